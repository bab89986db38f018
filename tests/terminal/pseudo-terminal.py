"""Sits at a terminal: runs a program under a pseudo-terminal, waits for what it shows, types, stops it and lets it go on.

Usage: pseudo-terminal.py STEPS PROGRAM [ARGUMENT...], with STEPS a JSON list of
  {"wait": text}    until the text is shown after what was waited for before
  {"type": text, "times": count}   keys, control characters included; once where no count is given
  {"stopped": true} until the program is stopped (Ctrl-Z), then brings it back to the foreground
  {"signal": name}  sends a signal to the program
Prints one JSON object: shown (all that was shown), code (exit code, or minus the signal), missed (a text that never came).
"""
import json, os, pty, select, signal, sys, time

PATIENCE_S = 110
steps, program = json.loads(sys.argv[1]), sys.argv[2:]
told, tell = os.pipe()
shell, terminal = pty.fork()
if shell == 0:
    # as a shell does: the program is a job in the foreground; stopped, it is brought back with fg
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.close(tell)
        os.execvp(program[0], program)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.write(tell, f'{job}\n'.encode())
    while True:
        _, how = os.waitpid(job, os.WUNTRACED)
        if not os.WIFSTOPPED(how):
            break
        os.tcsetpgrp(0, os.getpgrp())
        os.write(tell, b'stopped\n')
        os.tcsetpgrp(0, job)
        os.killpg(job, signal.SIGCONT)
    code = os.waitstatus_to_exitcode(how)
    os.write(tell, f'ended {code}\n'.encode())
    os._exit(0)

os.close(tell)
news = os.fdopen(told)
job = int(news.readline())

shown, seen, missed, stops, code = b'', 0, None, 0, None


def read(seconds):
    """What is shown within some time; False when nothing more comes."""
    global shown
    if not select.select([terminal], [], [], seconds)[0]:
        return True
    try:
        more = os.read(terminal, 65536)
    except OSError:  # the program has closed the terminal
        return False
    shown += more
    return more != b''


def wait_for(text):
    global seen
    wanted, until = text.encode(), time.monotonic() + PATIENCE_S
    while shown.find(wanted, seen) < 0:
        if time.monotonic() > until or not read(0.2):
            return False
    seen = shown.find(wanted, seen) + len(wanted)
    return True


def hear():
    """What the shell tells of the job, where it tells anything."""
    global stops, code
    while select.select([news], [], [], 0)[0]:
        line = news.readline()
        if line == '':
            return
        if line.startswith('stopped'):
            stops += 1
        else:
            code = int(line.split()[1])


def wait_until_stopped():
    global stops
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        hear()
        if stops > 0:
            stops -= 1
            return True
        read(0.05)
    return False


for step in steps:
    if 'wait' in step and not wait_for(step['wait']):
        missed = step['wait']
        break
    if 'type' in step:
        data = step['type'].encode() * step.get('times', 1)
        while data:
            data = data[os.write(terminal, data[:1024]):]
            read(0)
    if 'stopped' in step and not wait_until_stopped():
        missed = 'stop'
        break
    if 'signal' in step:
        os.kill(job, getattr(signal, step['signal']))

until = time.monotonic() + PATIENCE_S
while code is None and time.monotonic() < until:
    read(0.05)
    hear()
if code is None:
    os.kill(job, signal.SIGKILL)
    missed = missed or 'end'
while select.select([terminal], [], [], 0)[0] and read(0):
    pass
print(json.dumps({'shown': shown.decode(errors='replace'), 'code': code, 'missed': missed}))
