import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { PAPER_KINDS } from '../../../../miniprogram/contract/words';
import { certificate } from '../../../../miniprogram/packages/paper/drawn/certificate';
import { drawn } from '../../../../miniprogram/packages/paper/drawn/index';
import { stack, text } from '../../../../miniprogram/packages/paper/engine/blocks';
import { laidOut, Overflow } from '../../../../miniprogram/packages/paper/engine/layout';
import { wrapped } from '../../../../miniprogram/packages/paper/engine/text';
import { BARE, measure, SHEETS } from './sheets.sample';

describe('sheets of paper, laid out in millimetres', () => {
  for (const sheet of SHEETS)
    test(`${PAPER_KINDS[sheet.kind]} holds everything, filled to the brim`, () => {
      const pages = laidOut(drawn(sheet), measure);
      const words = pages
        .flatMap(({ ops }) => ops.flatMap((op) => (op.do === 'text' ? [op.text] : [])))
        .join('');
      assert.ok(words.includes('样例'), 'a sample says so');
      assert.ok(words.includes('待填写'), 'what the operator has not said is visible');
      assert.doesNotMatch(words, /undefined|null|NaN/);
    });

  for (const sheet of BARE)
    test(`${PAPER_KINDS[sheet.kind]} holds nothing, and is still a sheet to write on`, () => {
      const pages = laidOut(drawn(sheet), measure);
      assert.ok(pages.length > 0);
    });

  test('a certificate has a place for the stamp and its number', () => {
    const [page] = laidOut(
      certificate({
        no: '2026-0001',
        name: '',
        title: '给长者理个发，也陪着说说话',
        kind: 'comfort',
        team: { id: 'hair', name: '金剪刀服务队' },
        startsAt: 0,
        endsAt: 7_200_000,
        minutes: 120,
        certifiedAt: 0,
        issuer: null,
        sample: true,
      }),
      measure,
    );
    const words = page?.ops.flatMap((op) => (op.do === 'text' ? [op.text.trim()] : [])).join('') ?? '';
    for (const part of ['编号 2026-0001', '盖章处', '待填写', '时长']) assert.ok(words.includes(part), part);
  });

  test('who came is written into the roster that is printed afterwards, the others keep a box to tick', () => {
    const sheet = SHEETS.find(({ kind }) => kind === 'roster');
    assert.ok(sheet?.kind === 'roster');
    const shown = laidOut(drawn(sheet), measure).flatMap(({ ops }) => ops);
    const came = shown.filter((op) => op.do === 'text' && op.text === '到了').length;
    assert.equal(came, sheet.names.filter(({ arrived }) => arrived).length);
  });

  test('the code of a wish slip is on the part that goes into the box, above the line to tear', () => {
    const sheet = SHEETS.find(({ kind }) => kind === 'wish');
    assert.ok(sheet);
    const [page] = laidOut(drawn(sheet), measure);
    const tear = page?.ops.find((op) => op.do === 'line' && op.dashed);
    const code = page?.ops.find((op) => op.do === 'text' && op.text.startsWith('K 8K4T'));
    assert.ok(tear?.do === 'line' && code?.do === 'text');
    assert.ok(code.y < tear.y);
  });

  test('what does not fit is an error, not a cut-off line', () => {
    const body = stack(0, ...Array.from({ length: 40 }, () => text('一行字', { size: 6 })));
    const sheet = { size: 'A6', pages: [{ body, foot: stack(0) }] } as const;
    assert.throws(() => laidOut(sheet, measure), Overflow);
  });

  test('lines never begin with a closing mark, lose no letter, and are never too wide', () => {
    const letters = fc.constantFrom(...'天气好，啊。（对）“说”3号楼abc 12:30、去看看！');
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 6, max: 30 }),
        (all, width) => {
          const words = all.join('').trim();
          const lines = wrapped(words, width, (line) => measure(line, 1, false));
          assert.equal(lines.join('').replace(/\s/g, ''), words.replace(/\s/g, ''));
          for (const line of lines) assert.ok(measure(line, 1, false) <= width + 1e-9, `${line} in ${width}`);
        },
      ),
    );
    const clock = wrapped('下午两点到11:00，去吧', 10, (line) => measure(line, 1, false));
    assert.ok(
      clock.some((line) => line.includes('11:00，')),
      clock.join('|'),
    );
    const lines = wrapped('去看看，明天（下午）再说。', 4, (line) => measure(line, 1, false));
    for (const line of lines.slice(1)) assert.doesNotMatch(line, /^[，。）]/);
  });
});
