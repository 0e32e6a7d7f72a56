import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { wish } from '../functions/wish';
import { unanswered } from '../proof/rows/scenes';
import { openStreet, type Street } from './support/street';

describe('accepting at the door, on the phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  const report = { ...wish, kind: 'grid', text: '楼道灯坏了，晚上看不见' } as const;
  const dispatch = {
    title: '楼道灯坏了',
    category: 'hazard',
    tier: 'normal',
    helperId: 'sample_grid',
  } as const;

  async function dispatched(): Promise<string> {
    const { id } = await street.town.as('resident').call('request.submit', report);
    await street.town.as('dispatcher').call('request.dispatch', { id, ...dispatch });
    return id;
  }

  test('the board, accepting, a department that joins, completing, the desk’s check and the resident’s word [S77]', async () => {
    const id = await dispatched();
    const worker = await street.phone('grid');
    await worker.reLaunch('/packages/grid/board/board');
    await worker.see('楼道灯坏了');
    assert.doesNotMatch(
      await worker.words(),
      /\b402\b|13912345678|样例楼/,
      'no house and no number in a list',
    );
    await worker.tap('board-task');
    await worker.see('接下以后，看得到姓氏和楼栋');
    await worker.tap('task-main');
    await worker.see('记上了：接下');
    await worker.see('样例楼 1 栋');
    await worker.see('下午都在');
    await worker.tap('task-door');
    await worker.see('三单元 402');
    await worker.tap('task-main');
    await worker.tap('sheet-submit');
    await worker.see('记上了：开始办');
    await worker.tap('task-whistle');
    await worker.tap('sheet-departmentId-heating');
    await worker.tap('sheet-submit');
    await worker.see('等供热部门');

    const liaison = await street.phone('liaison');
    await liaison.goto(`/packages/grid/task/task?id=${id}`);
    await liaison.tap({ word: '我们来了' });
    await liaison.tap('sheet-submit');
    await liaison.see('来了');
    const resident = await street.phone('resident');
    await resident.reLaunch(`/packages/service/request/request?id=${id}`);
    await resident.see('请供热部门（样例）一起来办');
    await resident.see('供热部门（样例）来人了');

    await worker.reLaunch(`/packages/grid/task/task?id=${id}`);
    await worker.tap({ word: '办好了' });
    await worker.fill('sheet-note', '换了新灯');
    await worker.tap('sheet-submit');
    await worker.see('记上了：办好了');

    const desk = await street.phone('dispatcher');
    await desk.goto(`/packages/office/matter/matter?id=${id}`);
    await desk.tap('matter-pass');
    await desk.tap('sheet-submit');
    await desk.see('等居民一句话');

    await resident.reLaunch('/pages/home/home');
    await resident.see('楼道灯坏了');
    await resident.goto(`/packages/service/rate/rate?id=${id}`);
    await resident.tap('rate-yes');
    await resident.tap('rate-send');
    await resident.see('记下了，谢谢您');
    assert.deepEqual(await street.problems(), []);
  });

  test('the desk takes it for another kind: the resident reads so, says nothing twice, and it goes on', async () => {
    const { id } = await street.town
      .as('resident')
      .call('request.submit', { ...wish, text: '楼道的灯坏了，想有人换' });
    const desk = await street.phone('dispatcher');
    await desk.goto(`/packages/office/matter/matter?id=${id}`);
    await desk.tap('matter-convert');
    await desk.tap('sheet-kind-grid');
    await desk.tap('sheet-submit');
    await desk.see('换一类');
    const resident = await street.phone('resident');
    await resident.goto(`/packages/service/request/request?id=${id}`);
    await resident.see('社区换了个办法接着办，您不用再说一遍');
    await resident.see('楼道的灯坏了，想有人换');
    assert.equal((await street.town.as('resident').call('request.get', { id })).kind, 'grid');
    await street.town.as('dispatcher').call('request.dispatch', { id, ...dispatch });
    const worker = await street.phone('grid');
    await worker.reLaunch(`/packages/grid/task/task?id=${id}`);
    await worker.see('楼道的灯坏了，想有人换');
    assert.deepEqual(await street.problems(), []);
  });

  test('bouncing wants a reason and is no lateness; the desk sees it and sends somebody else', async () => {
    const id = await dispatched();
    const worker = await street.phone('grid', { device: 'grid-bounce' });
    await worker.goto(`/packages/grid/task/task?id=${id}`);
    await worker.tap('task-bounce');
    await worker.tap('sheet-submit');
    await worker.see('这里还没填');
    await worker.tap('sheet-reason-not_my_grid');
    await worker.fill('sheet-note', '是南片的');
    await worker.tap('sheet-submit');
    await worker.see('记上了：退回');
    const desk = await street.phone('dispatcher', { device: 'desk-bounce' });
    await desk.goto(`/packages/office/matter/matter?id=${id}`);
    await desk.see('不在我片');
    await desk.tap('matter-tier-normal');
    await desk.tap('matter-helper');
    await desk.tap('matter-helper-sample_member');
    await desk.tap('matter-main');
    await desk.see('派下去了');
    assert.deepEqual(await street.problems(), []);
  });

  /** What the grid worker's own list holds of the sentence said at the door. */
  async function kept() {
    const { open } = await street.town.as('grid').call('request.mine', {});
    return open.filter((card) => card.title.startsWith('老人想取药'));
  }

  test('without a network a request typed in at the door is kept, survives a restart, and is sent exactly once when the network is back', async () => {
    const worker = await street.phone('grid', { device: 'grid-offline' });
    await worker.reLaunch('/packages/grid/board/board');
    await worker.see('替人说一句');
    await worker.network('none');
    await worker.tap('board-record');
    await worker.at('packages/service/say/say');
    await worker.tap('say-type');
    await worker.fill('say-text', '老人想取药，没信号时记的');
    await worker.tap('say-next');
    await worker.fill('confirm-name', '样例老人');
    await worker.tap('confirm-submit');
    await worker.see('回头自己传');
    assert.equal((await kept()).length, 0);
    await worker.reLaunch('/packages/grid/board/board');
    await worker.see('等着传');
    // Swiped away and opened again where there is a signal.
    await worker.restart();
    await worker.reLaunch('/packages/grid/board/board');
    await worker.see('替人说一句');
    await worker.unsee('等着传', 20_000);
    await worker.network('none');
    await worker.network('wifi');
    await worker.foreground(false);
    await worker.foreground(true);
    const sent = await kept();
    assert.equal(sent.length, 1, 'exactly once');
    const view = await street.town.as('grid').call('request.get', { id: sent[0]?.id ?? '' });
    assert.equal(view.channel, 'grid');
    assert.deepEqual(await street.problems(), []);
  });

  test('a recording of which WeChat says nothing stands on the desk; once somebody there listened, who comes hears it [S68]', async () => {
    const id = await unanswered(street.town);
    // An hour and a half has passed on the phones too.
    await street.pass(0);
    const worker = await street.phone('grid');
    await worker.goto(`/packages/grid/task/task?id=${id}`);
    await worker.see('有段录音这儿放不了，说的啥问社区');
    const desk = await street.phone('dispatcher');
    await desk.goto('/packages/office/triage/triage');
    await desk.tap({ word: '等您过目 1' });
    await desk.tap({ test: 'triage-matter', nth: 0 });
    await desk.see('您听一遍：来办的人能不能听');
    await desk.tap('vouch-yes');
    await desk.answer('就这样');
    await desk.see('定了：来办的人能听');
    await worker.goto(`/packages/grid/task/task?id=${id}`);
    await worker.see('听一遍');
    assert.deepEqual(await street.problems(), []);
  });
});
