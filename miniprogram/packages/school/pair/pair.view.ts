import type { PairCommand, PairsView, PairView } from '../../../contract/home-lesson';
import { PAIR_DIRECTIONS } from '../../../contract/words';
import { joined } from '../../../lib/text';

const WORDS: Readonly<Record<PairCommand, string>> = {
  agree: '愿意',
  refuse: '先不了',
  take_back: '不问了',
  end: '解开结对',
};

export interface PairCard {
  id: string;
  name: string;
  text: string;
  sample: boolean;
  buttons: { command: PairCommand; word: string }[];
}

export function pairCard(pair: PairView): PairCard {
  const way = PAIR_DIRECTIONS[pair.direction];
  return {
    id: pair.id,
    name: pair.other.name,
    text:
      pair.state === 'paired'
        ? joined(way, '结上了')
        : pair.askedByMe
          ? joined(way, '等人家回话')
          : `想跟您结对：${way}`,
    sample: pair.sample,
    buttons: pair.next.map((command) => ({ command, word: WORDS[command] })),
  };
}

/** What somebody may put themself on the list as. */
export function sidesFor({ mayVisit }: Pick<PairsView, 'mayVisit'>) {
  const old = [
    { value: 'frail', title: '我出不了门，想有人来家里', text: '年岁大、腿脚不便，您自己说了算' },
    { value: 'old', title: '我是老同志，想带带年轻人' },
  ];
  return mayVisit ? [...old, { value: 'young', title: '我能上门，想跟老同志结对' }] : old;
}
