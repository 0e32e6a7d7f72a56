import { Problem } from '../lib/problem';
import { drawingOf, iconFont } from './icon-font';
import { certainIcons, type IconUse, possibleIcons } from './icon-names';
import { codePoints, sheetWithFont } from './icon-sheet';
import type { SourceFile } from './sources';

interface IconQuestion {
  /** TDesign's `icon/icon.wxss`. */
  sheet: string;
  /** The mini program's own files: a wrong icon name there is an error. */
  sources: readonly SourceFile[];
  /** Files of the packed components: they know their icons. */
  packed: readonly SourceFile[];
}

export interface PackedIcons {
  names: string[];
  /** The style sheet that replaces TDesign's. */
  sheet: string;
  fontBytes: number;
}

/** The icon style sheet for the names that the mini program and the packed components use. */
export async function packIcons(question: IconQuestion): Promise<PackedIcons> {
  const points = codePoints(question.sheet);
  const certain = question.sources.flatMap(certainIcons);
  const wrong = certain.filter((use) => !points.has(use.name) || drawingOf(use.name) === undefined);
  if (wrong.length > 0) throw new Problem(wrong.map((use) => complaint(use, points)).join('\n'));
  const known = new Set(points.keys());
  const possible = [...question.sources, ...question.packed]
    .filter((file) => /\.(ts|js|wxml|wxs)$/.test(file.name))
    .flatMap((file) => possibleIcons(file.text, known))
    .filter((name) => drawingOf(name) !== undefined);
  const names = [...new Set([...certain.map((use) => use.name), ...possible])].sort();
  const font = await iconFont(new Map(names.map((name) => [name, points.get(name) ?? 0])));
  return { names, sheet: sheetWithFont(question.sheet, font, new Set(names)), fontBytes: font.length };
}

function complaint({ name, file }: IconUse, points: ReadonlyMap<string, number>): string {
  if (!points.has(name)) return `${file}: TDesign has no icon "${name}".`;
  return `${file}: tdesign-icons-svg has no drawing of the icon "${name}" that a font can hold; choose another.`;
}
