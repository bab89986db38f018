// Paragraph styles: numbering and page breaks, inherited along the styles that they are based on.
import { type ParagraphProperties, PropertiesReader } from './paragraph-properties.ts';
import { isOn, readXml } from './xml.ts';

/** A style's own and inherited properties. */
interface StyleProperties {
  listId?: string;
  level?: number;
  startsPage?: boolean;
  /** The style and those it is based on, nearest first. */
  lineage: string[];
}

interface Style extends ParagraphProperties {
  basedOn?: string;
}

/** A longer chain is an error or an attack. */
const MAX_LINEAGE = 50;

export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly resolved = new Map<string, StyleProperties>();
  private defaultId: string | undefined;

  /** @param source word/styles.xml; may be empty */
  constructor(source: string) {
    let id: string | undefined; // of the open style
    let style: Style = {};
    let reader: PropertiesReader | undefined;
    readXml(source, {
      open: (name, attributes) => {
        if (reader) reader.open(name, attributes);
        else if (name === 'w:style' && (attributes['w:type'] ?? 'paragraph') === 'paragraph') {
          id = attributes['w:styleId'];
          style = {};
          if (id !== undefined && attributes['w:default'] && isOn({ 'w:val': attributes['w:default'] }))
            this.defaultId ??= id;
        } else if (id !== undefined && name === 'w:basedOn') style.basedOn = attributes['w:val'];
        else if (id !== undefined && name === 'w:pPr') reader = new PropertiesReader();
      },
      text: () => {},
      close: (name) => {
        if (name === 'w:pPr' && reader) {
          style = { ...style, ...reader.properties };
          reader = undefined;
        } else if (reader) reader.close();
        else if (name === 'w:style') {
          if (id !== undefined && !this.styles.has(id)) this.styles.set(id, style);
          id = undefined;
        }
      },
    });
  }

  /** The properties of a style; of the default style where the id is missing or unknown. */
  of(styleId: string | undefined): StyleProperties {
    const id = styleId !== undefined && this.styles.has(styleId) ? styleId : this.defaultId;
    if (id === undefined) return { lineage: [] };
    const known = this.resolved.get(id) ?? this.resolve(id);
    this.resolved.set(id, known);
    return known;
  }

  private resolve(id: string): StyleProperties {
    const properties: StyleProperties = { lineage: [] };
    for (let at: string | undefined = id; at !== undefined; at = this.styles.get(at)?.basedOn) {
      const style: Style | undefined = this.styles.get(at);
      if (!style || properties.lineage.length >= MAX_LINEAGE) break;
      properties.lineage.push(at);
      inherit(properties, style, 'listId');
      inherit(properties, style, 'level');
      inherit(properties, style, 'startsPage');
    }
    return properties;
  }
}

type Inherited = Omit<StyleProperties, 'lineage'>;

function inherit<Key extends keyof Inherited>(
  properties: Inherited,
  style: Pick<Inherited, Key>,
  key: Key,
): void {
  const value = style[key];
  if (properties[key] === undefined && value !== undefined) properties[key] = value;
}
