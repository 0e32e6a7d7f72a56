import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openStreet, type Street } from './support/street';

describe('a mother and her daughter, on two phones', () => {
  let street: Street;
  before(async () => {
    street = await openStreet();
  });
  after(() => street.close());

  test('[P4] the mother reads out six digits in large type, the daughter types them, says something for her, and is out with one tap', async () => {
    const mother = await street.phone('elder', { elder: true });
    const daughter = await street.phone('daughter');
    await mother.goto('/pages/me/me');
    await mother.tap({ word: '家里人' });
    await mother.at('packages/people/family/family');
    await mother.tap('family-offer');
    for (const may of ['progress', 'speak', 'confirm']) await mother.tap(`family-may-${may}`);
    await mother.tap('family-make');
    const digits = (await mother.text('family-digits')).replace(/\D/g, '');
    assert.equal(digits.length, 6);

    await daughter.goto('/packages/people/family/family');
    await daughter.tap('family-enter');
    await daughter.fill('family-code', digits);
    await daughter.tap('family-bind');
    await daughter.see('绑上了，老人那边也看得见');
    await daughter.see('样例长者');
    await daughter.gone('family-code');
    await daughter.tap('family-speak');
    await daughter.at('packages/service/say/say');
    assert.equal(await daughter.count('say-face'), 2);
    await daughter.tap('say-type');
    await daughter.fill('say-text', '帮我妈取个药');
    await daughter.tap('say-next');
    await daughter.at('packages/service/confirm/confirm');
    await daughter.see('样例长者');
    await daughter.tap('confirm-submit');
    await daughter.at('packages/service/request/request');
    await daughter.see('为 样例长者 代提');

    await mother.tap('family-done');
    await mother.see('样例闺女');
    await mother.tap('family-unbind');
    await mother.answer('解除');
    await mother.see('解除了，从现在起看不到了');
    const { open } = await street.town.as('elder').call('request.mine', {});
    await daughter.reLaunch(`/packages/service/request/request?id=${open[0]?.id}`);
    await daughter.see('没找到');
    assert.deepEqual(await street.problems(), []);
  });
});
