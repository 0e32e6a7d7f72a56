import postcss, { type AtRule, type Rule } from 'postcss';

const GLYPH = /^\.t-icon-([a-z0-9-]+):{1,2}before$/;

/** TDesign's code points by icon name, read from its style sheet. */
export function codePoints(sheet: string): Map<string, number> {
  const points = new Map<string, number>();
  postcss.parse(sheet).walkRules(GLYPH, (rule) => {
    const name = GLYPH.exec(rule.selector)?.[1];
    const point = contentOf(rule);
    if (name !== undefined && point !== undefined) points.set(name, point);
  });
  return points;
}

function contentOf(rule: Rule): number | undefined {
  let point: number | undefined;
  rule.walkDecls('content', (declaration) => {
    const hex = /\\([0-9a-f]{4,6})/i.exec(declaration.value)?.[1];
    if (hex !== undefined) point = Number.parseInt(hex, 16);
  });
  return point;
}

/** The same style sheet with the font inside it instead of at an address, and with only these icons' rules. */
export function sheetWithFont(sheet: string, font: Buffer, names: ReadonlySet<string>): string {
  const root = postcss.parse(sheet);
  root.walkRules(GLYPH, (rule) => {
    const name = GLYPH.exec(rule.selector)?.[1];
    if (name === undefined || !names.has(name)) rule.remove();
  });
  root.walkAtRules('font-face', (face: AtRule) => {
    face.walkDecls('src', (declaration) => {
      declaration.value = `url('data:font/woff;base64,${font.toString('base64')}') format('woff')`;
    });
  });
  return root.toString();
}
