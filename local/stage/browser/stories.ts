import type { Story } from '../config';
import { button, el } from './dom';

/** What to try first: each story as numbered steps, with a button that gives the phones to those who are in it. */
export function drawStories(stories: readonly Story[], hold: (holders: readonly string[]) => void): Node[] {
  return [
    el('p', { class: 'hint' }, ['挑一个，照着点。点错了不要紧，这条街是样例，办的事哪儿也不去。']),
    ...stories.map(({ title, holders, steps }) =>
      el('section', { class: 'story', 'aria-label': title }, [
        el('h3', {}, [title]),
        button('把手机摆好', () => hold(holders), { 'aria-label': `把手机摆好：${title}` }),
        el(
          'ol',
          {},
          steps.map((step) => el('li', {}, [step])),
        ),
      ]),
    ),
  ];
}
