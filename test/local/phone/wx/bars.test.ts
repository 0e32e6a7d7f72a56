import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OpenedPhone, openPhone } from '../open';
import { call, look } from './call';

let phone: OpenedPhone;
before(async () => {
  phone = await openPhone('wx');
});
after(() => phone.close());

const errMsg = async (name: string, options: object): Promise<unknown> => {
  const outcome = await call(phone.page, name, options);
  return outcome.ok ? outcome.value.errMsg : outcome.error.errMsg;
};

test('the title and colours of the navigation bar change', async () => {
  assert.equal(await errMsg('setNavigationBarTitle', { title: '新标题' }), 'setNavigationBarTitle:ok');
  assert.equal(await phone.page.getByText('新标题').isVisible(), true);
  assert.equal(
    await errMsg('setNavigationBarColor', { frontColor: '#ffffff', backgroundColor: '#b0281f' }),
    'setNavigationBarColor:ok',
  );
  assert.match(
    String(await errMsg('setNavigationBarColor', { frontColor: 'red', backgroundColor: '#fff' })),
    /^setNavigationBarColor:fail invalid frontColor "red"/,
  );
});

test('the tab bar carries a badge, a dot and another text, on tab pages only', async () => {
  assert.equal(await errMsg('setTabBarBadge', { index: 1, text: '3' }), 'setTabBarBadge:ok');
  assert.equal(await phone.page.getByText('3', { exact: true }).isVisible(), true);
  assert.equal(await errMsg('removeTabBarBadge', { index: 1 }), 'removeTabBarBadge:ok');
  assert.equal(await phone.page.getByText('3', { exact: true }).count(), 0);
  assert.equal(await errMsg('setTabBarItem', { index: 1, text: '名单' }), 'setTabBarItem:ok');
  assert.equal(await phone.page.getByText('名单').isVisible(), true);
  await call(phone.page, 'navigateTo', { url: '/pages/second/second' });
  assert.equal(
    await errMsg('setTabBarBadge', { index: 1, text: '3' }),
    'setTabBarBadge:fail not TabBar page',
  );
  await call(phone.page, 'navigateBack');
});

test('pageScrollTo goes to a distance, or to a node with an offset', async () => {
  const top = () => look<number>(phone.page, '__phone.host.router.current().scroller.scrollTop');
  assert.equal(await errMsg('pageScrollTo', { scrollTop: 200, duration: 0 }), 'pageScrollTo:ok');
  assert.equal(await top(), 200);
  assert.equal(await errMsg('pageScrollTo', { selector: '#far', offsetTop: -10 }), 'pageScrollTo:ok');
  const distance = await look<number>(
    phone.page,
    `(() => { const { scroller } = __phone.host.router.current();
      return document.querySelector('#far').getBoundingClientRect().top - scroller.getBoundingClientRect().top; })()`,
  );
  assert.equal(Math.round(distance), 10);
  assert.match(
    String(await errMsg('pageScrollTo', { selector: '#none' })),
    /^pageScrollTo:fail can not find/,
  );
});

test('nothing in this was a problem', async () => {
  assert.deepEqual(await phone.problems(), []);
});
