import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seatCodeOf, seatInCode } from '../../../../miniprogram/lib/seat-code';
import {
  doorNews,
  doorNote,
  doorRows,
  saidOf,
} from '../../../../miniprogram/packages/school/components/door/door.view';

test('the door asks for the first character of a name or for four digits, and for nothing while neither is typed', () => {
  const typed = ['', ' ', '张', '张三', '12', '4821', '48 21', '48215', '*', '样例'];
  assert.deepEqual(typed.map(saidOf), ['', '', '张', '张', '', '4821', '4821', '', '', '样']);
});

test('what was found says whether they are counted, and asks for the digits when more fit', () => {
  const matches = [
    { seat: 'a', name: '张**', arrived: false },
    { seat: 'b', name: '张**', arrived: true },
  ];
  assert.deepEqual(
    doorRows({ matches, more: false }).map(({ label }) => label),
    ['张**，点到', '张**，到了'],
  );
  assert.equal(doorNote({ matches, more: false }), '');
  assert.match(doorNote({ matches, more: true }), /座号/);
  assert.match(doorNote({ matches: [], more: false }), /没有/);
});

test('what waits on the phone is never said to be counted', () => {
  assert.deepEqual(doorNews('张**', false), { news: '张**，点上了。下一位', newsTone: 'pine' });
  const waits = doorNews('张**', true);
  assert.ok(!waits.news.includes('点上了'));
  assert.equal(waits.newsTone, 'frost');
});

test('the code of a seat says its four digits, and any other code is not one', () => {
  assert.equal(seatInCode(seatCodeOf('0427')), '0427');
  for (const other of ['0427', '座号 427', '座号 04271', 'https://example.invalid/座号 0427', ''])
    assert.equal(seatInCode(other), null);
});
