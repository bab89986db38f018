// What kind of answer a question wants, from its own words.

/** A fact is one place; an overview lists the points of a part; a comparison and a survey show several reports. */
export type AnswerType = 'fact' | 'figure' | 'points' | 'comparison' | 'survey';

const SURVEY =
  /(?:哪些|哪几个|哪几家|几个|各个?|有哪些)(?:局|镇|乡|单位|部门|地方|乡镇|街道|报告|委办|区县|县|市|区)|(?:哪些|哪几)份?报告|\bwhich (?:of the )?(?:towns|bureaus|reports|places|agencies|departments|subdistricts|offices|counties|districts|townships)\b|\bwho (?:all|else)\b/;
const JOINED = /[\u4e00-\u9fff](?:和|跟|与|、|vs)[\u4e00-\u9fff]|\band\b|\bvs\b/;
const COMPARISON =
  /各自|谁的?(?:更|多|少|高|大|快)|哪个(?:更|多|高|大|便宜|快)|对比|相比|比较一下|有啥不一样|有什么不同|区别|\bcompare[ds]?\b|\bversus\b|\bvs\.?\b|\bboth\b|\beach\b|\bdiffer(?:s|ence|ences|ent)?\b/;
const POINTS =
  /概括|总结一?下|大概|概述|归纳|捋一捋|梳理|哪些|哪几|几块|几方面|几件|几个方面|[二三四五六七八两]个方面|怎么抓|怎么推|怎么弄|怎么搞|做了啥|做了什么|干了啥|干了什么|什么打算|啥打算|怎么打算|是啥|有啥|怎么样|咋样|如何|\boverview\b|\brundown\b|\bsummar\w+\b|\bsum(?:med)? up\b|\bwhat did\b|\bhow did\b|\bhow does\b|\bwhat does\b|\bwhat is\b|\bwhat are\b|\bwhat\b/;
/** Words that ask for all of something, so that a topic beside them does not make it one fact. */
const WHOLE =
  /概括|总结一?下|大概|概述|归纳|捋一捋|梳理|哪几|几块|几方面|几件|[二三四五六七八两]个方面|(?:有|列|做|干)了?(?:哪些|啥|什么)|(?:打算|计划|安排|重点|思路|问题|短板|困难|plan)是(?:啥|什么)|哪些(?:问题|困难|不足|短板|打算|工作|方面|事)|\boverview\b|\brundown\b|\bsummar\w+\b|\bsum(?:med)? up\b|\b(?:shortcomings|difficulties|problems|challenges|next steps|to-do list|work plan|highlights|suggestions)\b/;
const FIGURE =
  /多少|几(?:家|户|亩|人|名|次|条|套|头|只|支|座|处|所|起|万|台|场|年|天|栋|张|棵|株|岁|点|成|倍|吨|公里|平方|块钱|辆|期|届|个(?!镇|乡|局|街道|单位|部门|地方|方面|村干))|百分之|占比|增速|涨了|多大|多高|多长|多久|第几|\bhow (?:many|much|often|large|big|long|old|far|high)\b|\bpercent\w*\b|\bratio\b|\brate\b|\bamount\b|\btotal\b|\bnumber of\b|\bcost\b|\bbudget\b|\bfigure\b|\bgrowth\b|\boutput\b|\brevenue\b|\bgdp\b|\byuan\b/;

const DATE =
  /什么时候|啥时候|什么时间|何时|哪一?年|哪一?天|几月|^when\b|\bwhen (?:did|does|do|is|was|will|were|are)\b|\bwhat (?:year|month|day|date)\b/;

/** The shapes that a normalised question's words allow, by name. */
export interface AnswerTypeCues {
  survey: boolean;
  comparison: boolean;
  points: boolean;
  figure: boolean;
  /** Two things are named together: A和B. */
  joined: boolean;
  /** A reason is asked for. */
  reason: boolean;
  /** What is named is left out: 除了统计局还有…. */
  exception: boolean;
  /** All points are asked for in so many words. */
  whole: boolean;
}

export function answerTypeCuesIn(question: string): AnswerTypeCues {
  return {
    survey: SURVEY.test(question),
    comparison: COMPARISON.test(question),
    points: POINTS.test(question),
    figure: FIGURE.test(question) || DATE.test(question),
    joined: JOINED.test(question),
    reason: /为啥|为什么|为何|原因|怎么会|\bwhy\b|\breasons?\b/.test(question),
    exception: /除了|除开|除去|\b(?:besides|apart from|other than|except)\b/.test(question),
    whole: WHOLE.test(question),
  };
}

/** The unit that an asked figure has, as the reports write it: a pattern for the text after the number. */
export function unitIn(question: string): RegExp | undefined {
  const asked = /(?:多少|几)个?([个家户亩人名次条套头只支座处所件起万台场年天栋张棵株岁吨辆块元钱斤])/.exec(
    question,
  )?.[1];
  if (asked === '钱') return /元/;
  if (asked) return new RegExp(asked === '名' || asked === '人' ? '[名人]' : asked);
  if (/百分之|占比|\bpercent|\bratio\b|\brate\b|增速|涨了/.test(question)) return /[%％]|百分/;
  if (
    /多少钱|花了?多少|投(?:资)?了?多少|\bhow much (?:money|funding|did|does|was|is|will)\b|\bcost\b|\bbudget\b|\byuan\b|\brmb\b|\btax\b/.test(
      question,
    )
  )
    return /元/;
  if (/\bhow many people\b/.test(question)) return /[人名]/;
  if (/\bhow many years\b/.test(question)) return /年/;
  if (DATE.test(question)) return /[年月日]/;
  return undefined;
}

/** Words that only ask: they name nothing that a report could hold. */
const ASKING =
  /(?:多少|几)[个家户亩人名次条套头只支座处所件起台场栋张棵株辆斤吨份盏岁]|百分之几|(?:哪些|哪几个?|几个|各个?|那个|这个|哪个|哪一?家|有哪些)(?:镇乡|乡镇|镇|乡|局|街道|单位|部门|地方|方面|县|区|市)(?:的事)?|[这那几]块|(?:哪几|几个?)方面(?:的事)?|哪几件事|几件事|[二三四五六七八两]个方面|什么时候|啥时候|怎么回事|什么程度|哪一?步|怎么样|干嘛的|有没有|是不是|到底|一共|加起来|总共|分别|各自|请问一?下?|谢谢|麻烦|帮忙|听说|来着|给个大概|能不能|政府工作报告里?|报告里|总结里/g;

/** A normalised question without the words that only ask. */
export function withoutAsking(question: string): string {
  return question.replace(ASKING, ' ');
}
