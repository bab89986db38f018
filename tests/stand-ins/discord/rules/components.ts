// Rules for components: rows of buttons and select menus, and the layout of components v2.
import { ButtonStyle, ComponentType } from 'discord.js';
import { COMPONENTS } from '../limits.ts';
import { allNested, type Component } from '../shapes.ts';
import { type Inspection, inPath } from './inspection.ts';

const LAYOUT = new Set<number | undefined>([
  ComponentType.ActionRow,
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
]);
const TOP_LEVEL_V2 = new Set([...LAYOUT, ComponentType.Container]);
const SELECTS = new Set<number | undefined>([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

export const isSelect = ({ type }: Component): boolean => SELECTS.has(type);

function inspectButton(inspection: Inspection, path: string, button: Component): void {
  const { style, custom_id, url, sku_id, label, emoji } = button;
  const given = [custom_id, url, sku_id].filter((value) => value !== undefined && value !== null);
  if (style === undefined || !(style in ButtonStyle))
    inspection.refuse(inPath(path, 'style'), 'Value must be one of 1 to 6.', 'BASE_TYPE_CHOICES');
  if (given.length !== 1)
    inspection.refuse(path, 'A button has exactly one of custom_id, url and sku_id.', 'BUTTON_IDENTITY');
  else if (style === ButtonStyle.Link && url === undefined)
    inspection.refuse(inPath(path, 'url'), 'A link button needs a url.', 'BASE_TYPE_REQUIRED');
  else if (style !== ButtonStyle.Link && url !== undefined)
    inspection.refuse(inPath(path, 'url'), 'Only a link button has a url.', 'BUTTON_IDENTITY');
  inspection.optionalText(inPath(path, 'custom_id'), custom_id, COMPONENTS.customId);
  inspection.optionalText(inPath(path, 'label'), label, COMPONENTS.label, 0);
  inspection.optionalText(inPath(path, 'url'), url, COMPONENTS.url);
  if (typeof url === 'string' && !/^(?:https?|discord):\/\/\S+$/.test(url))
    inspection.refuse(inPath(path, 'url'), 'Not a well formed URL.', 'URL_TYPE_INVALID_URL');
  if (!label && !emoji && sku_id === undefined)
    inspection.refuse(path, 'A button must have a label or emoji.', 'BUTTON_COMPONENT_MISSING_LABEL');
}

export function inspectSelect(inspection: Inspection, path: string, select: Component): void {
  inspection.text(inPath(path, 'custom_id'), select.custom_id, COMPONENTS.customId);
  inspection.optionalText(inPath(path, 'placeholder'), select.placeholder, COMPONENTS.placeholder, 0);
  const { min_values: least = 1, max_values: most = 1 } = select;
  if (least < 0 || most < 1 || least > most || most > COMPONENTS.options)
    inspection.refuse(path, 'min_values and max_values do not fit together.', 'SELECT_VALUES');
  if (select.type !== ComponentType.StringSelect) return;
  const optionsPath = inPath(path, 'options');
  const options = inspection.list(optionsPath, select.options, COMPONENTS.options, 1);
  if (options.length > 0 && most > options.length)
    inspection.refuse(inPath(path, 'max_values'), 'More than there are options.', 'SELECT_VALUES');
  for (const [index, { label, value, description }] of options.entries()) {
    inspection.text(inPath(optionsPath, index, 'label'), label, COMPONENTS.optionText);
    inspection.text(inPath(optionsPath, index, 'value'), value, COMPONENTS.optionText);
    inspection.optionalText(inPath(optionsPath, index, 'description'), description, COMPONENTS.optionText);
  }
  if (options.filter((option) => option.default).length > most)
    inspection.refuse(optionsPath, 'More defaults than max_values.', 'SELECT_VALUES');
  inspection.unique(
    options.map(({ value }, index) => ({ path: inPath(optionsPath, index, 'value'), value })),
    'The specified option value is already used',
  );
}

function inspectRow(inspection: Inspection, path: string, row: Component): void {
  const childrenPath = inPath(path, 'components');
  const children = inspection.list(childrenPath, row.components, COMPONENTS.buttonsInRow, 1);
  if (children.some(isSelect) && children.length > 1)
    inspection.refuse(childrenPath, 'A row has buttons or one select, not both.', 'COMPONENT_LAYOUT_WIDTH');
  for (const [index, child] of children.entries()) {
    const at = inPath(childrenPath, index);
    if (child.type === ComponentType.Button) inspectButton(inspection, at, child);
    else if (isSelect(child)) inspectSelect(inspection, at, child);
    else
      inspection.refuse(inPath(at, 'type'), 'Only buttons and selects stand in a row.', 'BASE_TYPE_CHOICES');
  }
}

function inspectSection(inspection: Inspection, path: string, section: Component): void {
  const textsPath = inPath(path, 'components');
  const texts = inspection.list(textsPath, section.components, COMPONENTS.textsInSection, 1);
  for (const [index, text] of texts.entries()) {
    if (text.type !== ComponentType.TextDisplay)
      inspection.refuse(
        inPath(textsPath, index, 'type'),
        'A section holds text displays.',
        'BASE_TYPE_CHOICES',
      );
    else inspection.text(inPath(textsPath, index, 'content'), text.content, COMPONENTS.text);
  }
  const accessoryPath = inPath(path, 'accessory');
  if (section.accessory?.type === ComponentType.Button)
    inspectButton(inspection, accessoryPath, section.accessory);
  else if (section.accessory?.type !== ComponentType.Thumbnail)
    inspection.refuse(accessoryPath, 'A section needs a button or a thumbnail.', 'BASE_TYPE_REQUIRED');
}

function inspectLayout(inspection: Inspection, path: string, component: Component): void {
  if (component.type === ComponentType.ActionRow) inspectRow(inspection, path, component);
  if (component.type === ComponentType.Section) inspectSection(inspection, path, component);
  if (component.type === ComponentType.TextDisplay)
    inspection.text(inPath(path, 'content'), component.content, COMPONENTS.text);
  if (component.type === ComponentType.Container) {
    const childrenPath = inPath(path, 'components');
    const children = inspection.list(childrenPath, component.components, COMPONENTS.all, 1);
    for (const [index, child] of children.entries()) {
      if (LAYOUT.has(child.type)) inspectLayout(inspection, inPath(childrenPath, index), child);
      else
        inspection.refuse(
          inPath(childrenPath, index, 'type'),
          'Not allowed in a container.',
          'BASE_TYPE_CHOICES',
        );
    }
  }
}

/** Custom ids and ids of components are unique among all that go together. */
export function inspectIdentity(
  inspection: Inspection,
  path: string,
  components: readonly Component[],
): void {
  const all = allNested(components);
  inspection.unique(
    all.map(({ custom_id }) => ({ path, value: custom_id })),
    'Component custom id cannot be duplicated',
  );
  inspection.unique(
    all.map(({ id }) => ({ path, value: id || undefined })), // 0 asks Discord to give one
    'Component id cannot be duplicated',
  );
}

/** The components of a message, which are rows unless it has the flag of components v2. */
export function inspectComponents(
  inspection: Inspection,
  path: string,
  components: readonly Component[],
  v2: boolean,
): void {
  const top = inspection.list(path, components, v2 ? COMPONENTS.all : COMPONENTS.rows);
  for (const [index, component] of top.entries()) {
    if (v2 ? TOP_LEVEL_V2.has(component.type) : component.type === ComponentType.ActionRow)
      inspectLayout(inspection, inPath(path, index), component);
    else
      inspection.refuse(
        inPath(path, index, 'type'),
        v2 ? 'Not allowed at the top of a message.' : 'Only rows without the flag of components v2.',
        'BASE_TYPE_CHOICES',
      );
  }
  inspectIdentity(inspection, path, top);
  if (!v2) return;
  const all = allNested(top);
  if (all.length > COMPONENTS.all)
    inspection.refuse(
      path,
      `${all.length} components, at most ${COMPONENTS.all} with the nested ones.`,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    );
  const textLength = all.reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  if (textLength > COMPONENTS.text)
    inspection.refuse(
      path,
      `${textLength} characters of text, at most ${COMPONENTS.text} together.`,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    );
}
