import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readEnvironment } from '../../cloudfunctions/core/environment';
import { ROOT } from '../../tools/lib/root';
import { newKeys } from '../../tools/provision/keys';
import { carried, carryVariables, type Variables, variablesIn } from '../../tools/provision/variables';
import { project, write } from './support/project';

const config = readFileSync(path.join(ROOT, 'cloudbaserc.json'), 'utf8');

/**
 * What the CloudBase command line makes of cloudbaserc.json (`ConfigParser` of @cloudbase/toolbox 0.7.20): each
 * variable is put between the quotes as it is, and whatever then reads as an object becomes one.
 */
function rendered(variables: Variables): { envId: string; functions: { envVariables: Variables }[] } {
  const text = config.replace(/\{\{env\.(\w+)\}\}/g, (_, name: string) => variables[name] ?? '');
  const asObjects = (_: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    try {
      const read: unknown = JSON.parse(value);
      return typeof read === 'object' ? read : value;
    } catch {
      return value;
    }
  };
  // The shape of the file, which deployment.test.ts holds.
  return JSON.parse(text, asObjects) as ReturnType<typeof rendered>;
}

const operator = {
  ENV_ID: 'street-1',
  ...newKeys(),
  RS_TEMPLATES: '{"progress":"a1","class":"b2","visit":"c3"}',
  RS_SETTINGS: '{"tierWorkdays":{"normal":5},"ledgerColumns":{"wishes":[["no","诉求编号"]]}}',
};
const asFile = (variables: Variables): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

test('what an operator writes into .env reaches every function through the command line', () => {
  const both = { ...variablesIn(asFile(operator)), ...variablesIn(carried(operator)) };
  const { envId, functions } = rendered(both);
  assert.equal(envId, 'street-1');
  for (const { envVariables } of functions) {
    const { templates, settings, speech } = readEnvironment(envVariables);
    assert.deepEqual(templates.ids, { progress: 'a1', class: 'b2', visit: 'c3' });
    assert.equal(settings.tierWorkdays.normal, 5);
    assert.deepEqual(settings.ledgerColumns, { wishes: [['no', '诉求编号']] });
    assert.equal(speech.on, false);
  }
});

test('the control: .env alone, with its JSON, breaks the file', () => {
  assert.throws(() => rendered(operator), SyntaxError);
});

test('what is written by hand in the console may be JSON as it is', () => {
  assert.equal(readEnvironment(operator).templates.ids.class, 'b2');
});

test('a mistake in .env is named before anything is deployed, and the value is not repeated', () => {
  const { RS_CANARY: _, ...without } = operator;
  assert.throws(() => carried(without), /^Problem: \.env has no RS_CANARY/);
  const other = { ...operator, RS_CANARY: newKeys().RS_CANARY };
  assert.throws(() => carried(other), /RS_CANARY does not open/);
  const misspelt = { ...operator, RS_SETTINGS: '{"tierWorkday":{}}' };
  assert.throws(() => carried(misspelt), /there is no setting tierWorkday/);
  const broken = { ...operator, RS_SPEECH: '{"secretId":"my-secret"' };
  assert.throws(() => carried(broken), {
    name: 'Problem',
    message: '.env: RS_SPEECH must be a JSON object',
  });
});

test('quotes, spaces, remarks and export are read as the command line reads them', () => {
  const text = '# keys\nexport A=1\r\n B = "two words" \nC=\'{"x":1}\'\nnonsense\nD=a=b\n';
  assert.deepEqual(variablesIn(text), { A: '1', B: 'two words', C: '{"x":1}', D: 'a=b' });
});

test('npm run build writes .env.local again and again, and leaves one of somebody’s own alone', (t) => {
  const root = project(t, {});
  assert.match(carryVariables(root), /no \.env/);
  write(root, { '.env': asFile(operator) });
  assert.match(carryVariables(root), /not set: RS_SPEECH, RS_VOICE, RS_FIRST_ADMIN$/);
  carryVariables(root);
  const made = readFileSync(path.join(root, '.env.local'), 'utf8');
  assert.equal(made, carried(operator));
  write(root, { '.env.local': 'MINE=1\n' });
  assert.throws(() => carryVariables(root), /somebody’s own/);
});
