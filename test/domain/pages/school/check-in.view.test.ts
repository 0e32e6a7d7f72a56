import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BesideMe } from '../../../../miniprogram/contract/beside';
import {
  arrivedOne,
  classTime,
  countedWords,
  doorFaces,
  missing,
  stillWords,
  windowNote,
} from '../../../../miniprogram/packages/school/check-in/check-in.view';

const none = { is: 'none' } as const;
const attended = { is: 'attended', at: 1, how: 'poster' } as const;
const wife: BesideMe = { personId: 'w', name: '张**', sample: false, seated: true, arrived: false };
const mother: BesideMe = { personId: 'm', name: '', sample: false, seated: false, arrived: true };

test('a phone of one person has no faces: its page is one button', () => {
  assert.deepEqual(doorFaces(attended), []);
  assert.equal(stillWords([]), '');
  assert.deepEqual(countedWords([], 'digits').done, '已经给您点上了');
  assert.match(countedWords([], 'digits').doneNote, /黑板/);
});

test('oneself stands first, and a face says whether its tap is still to come, also to who cannot see it', () => {
  const faces = doorFaces(none, [wife, mother]);
  assert.deepEqual(
    faces.map(({ person, word, letter, note, label }) => [person, word, letter, note, label]),
    [
      ['', '我', '我', '点一下', '我到了'],
      ['w', '张**', '张', '点一下', '张**到了'],
      ['m', '家里人', '人', '点上了', '家里人，已经点上了'],
    ],
  );
});

test('each tap counts one face and no other; the page is done with the last of them', () => {
  const first = doorFaces(none, [wife]);
  assert.match(stillWords(first), /扫一次/);
  const second = arrivedOne(first, 'w');
  assert.deepEqual(
    missing(second).map(({ word }) => word),
    ['我'],
  );
  assert.equal(stillWords(second), '张**点上了。还有我，到了扫一下再点');
  const third = arrivedOne(second, '');
  assert.deepEqual(missing(third), []);
  assert.equal(countedWords(third, 'poster').done, '两位都点上了');
});

test('before and after the time of checking in the page says so before anybody scans', () => {
  const opensAt = Date.parse('2026-11-27T18:00:00+08:00');
  const window = { opensAt, closesAt: opensAt + 6_300_000 };
  assert.equal(windowNote(window, false, opensAt - 1), '18:00\u00a0起能登记，先坐会儿');
  assert.match(
    windowNote(window, false, opensAt - 2 * 86_400_000),
    /^后天\u00a018:00\u00a0起能登记，到了再来$/,
  );
  assert.equal(windowNote(window, true, opensAt - 1), '今晚 6\u00a0点起能登记，先坐会儿', '大字版');
  assert.equal(windowNote(window, false, opensAt), '');
  assert.equal(windowNote(window, false, window.closesAt), '');
  assert.match(windowNote(window, false, window.closesAt + 1), /找班主任/);
});

test('the hour of the class is a figure, and in 大字版 what a neighbour would say', () => {
  const startsAt = Date.parse('2026-11-27T18:30:00+08:00');
  const card = { startsAt, endsAt: startsAt + 3_600_000 };
  assert.equal(classTime(card, false, startsAt - 3_600_000), '今天 18:30–\u206019:30');
  assert.equal(classTime(card, true, startsAt - 3_600_000), '今晚 6\u00a0点半');
});
