import assert from 'node:assert/strict';
import { test } from 'node:test';
import { town } from '../support/town';
import { wish } from './wish';

test('a message goes into the keywords that the operator’s template has, whatever their numbers', async (context) => {
  const progress = { id: 'PROGRESS', title: 'thing4', text: 'thing7' };
  const t = await town({ environment: { RS_TEMPLATES: JSON.stringify({ progress }) } });
  context.after(() => t.close());
  await t.as('elder').call('me.subscribe', { answers: [{ template: 'progress', answer: 'accept' }] });
  t.openApi.subscriptions.set('sample-elder|PROGRESS', 1);
  const { id } = await t.as('elder').call('request.submit', { ...wish, text: '想换个灯泡' });
  await t.as('dispatcher').call('request.decline', { id, reason: '没有这样的灯泡', whereTo: '五金店' });
  const [message] = t.openApi.sent;
  assert.equal(message?.templateId, 'PROGRESS');
  assert.deepEqual(Object.keys(message?.data ?? {}).sort(), ['thing4', 'thing7']);
});
