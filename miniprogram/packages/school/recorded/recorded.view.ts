import type { RecordedCard } from '../../../contract/recorded';
import { RESOURCE_THEMES, TRACKS } from '../../../contract/words';
import { joined } from '../../../lib/text';

/** 理论政策 · 红色文化 · 12 分钟 */
export function recordedText({ track, theme, minutes }: RecordedCard): string {
  return joined(
    TRACKS[track],
    theme === null ? null : RESOURCE_THEMES[theme],
    minutes === null ? '还没录上' : `${minutes} 分钟`,
  );
}

export interface RecordedLine {
  id: string;
  title: string;
  text: string;
  link: string;
  sample: boolean;
}

export function recordedLine(card: RecordedCard): RecordedLine {
  return {
    id: card.id,
    title: card.title,
    text: recordedText(card),
    link: `/packages/school/recording/recording?id=${card.id}`,
    sample: card.sample,
  };
}
