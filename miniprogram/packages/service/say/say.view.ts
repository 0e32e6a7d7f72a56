import { LIMITS } from '../../../contract/limits';
import { roomLeft } from '../../../lib/text';
import { isKnown, type Said } from '../said/said';
import { type WhoChip, type WhoWay, whoChips } from '../said/who';

export interface SayLook {
  chips: WhoChip[];
  /** 替谁说, as large round pictures, for whoever has elders bound to them. */
  faces: Face[];
  /** `speak`: the microphone is the one red thing. `compose`: something is there, and goes on to 对一下. */
  mode: 'speak' | 'compose';
  text: string;
  /** 还能写 12 个字, '' while there is room. */
  room: string;
  /** The field is open. */
  writing: boolean;
  path: string;
  seconds: number;
  /** The words under which the microphone comes back. */
  second: string;
}

export interface SayWay extends WhoWay {
  /** 打字说 or 添几个字 was tapped. */
  typing: boolean;
  /** 按住说 or 再说一遍 was tapped: the microphone, whatever is there already. */
  speaking: boolean;
}

export function sayLook(said: Said, way: SayWay): SayLook {
  const recorded = said.recording !== null;
  const writing = way.typing || said.text !== '';
  return {
    chips: whoChips(said, way),
    faces: faces(said, way),
    mode: way.speaking || !(recorded || writing) ? 'speak' : 'compose',
    text: said.text,
    room: roomLeft(said.text, LIMITS.sentence),
    writing,
    path: said.recording?.path ?? '',
    seconds: said.recording?.seconds ?? 0,
    second: recorded ? '再说一遍' : '改用说的',
  };
}

export interface Face extends WhoChip {
  letter: string;
}

/** Oneself and each elder: two old people may share one telephone (people.md section 7). */
function faces(said: Said, way: SayWay): Face[] {
  const chosen = whoChips(said, way).filter(({ value }) => value === 'self' || isKnown(value));
  return chosen.length < 2
    ? []
    : chosen.map((chip) => ({
        ...chip,
        letter: chip.value === 'self' ? '我' : (Array.from(chip.word).pop() ?? ''),
      }));
}

/** China has one time zone; ms. */
const CHINA = 8 * 3_600_000;

/** Three of what one may say, as the season has it. @param now epoch ms */
export function examples(now: number): string[] {
  const month = new Date(now + CHINA).getUTCMonth() + 1;
  const cold = month >= 11 || month <= 3;
  return cold
    ? ['水管冻了', '想剪头发，下不了楼', '帮我妈取个药']
    : ['厨房灯不亮了', '想剪头发，下不了楼', '帮我妈取个药'];
}
