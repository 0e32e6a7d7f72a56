import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LEASE_MS } from '../../cloudfunctions/core/aggregate';
import { functionNames } from '../../tools/bundling/places';
import { ROOT } from '../../tools/lib/root';

interface Trigger {
  name: string;
  type: string;
  config: string;
}

interface DeployedFunction {
  name: string;
  handler: string;
  runtime: string;
  timeout: number;
  memorySize: number;
  installDependency: boolean;
  triggers?: Trigger[];
}

// Files of this project, whose shape the assertions below establish.
const read = <Shape>(file: string): Shape => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as Shape;

const { functions, functionRoot } = read<{ functions: DeployedFunction[]; functionRoot: string }>(
  'cloudbaserc.json',
);

test('what is deployed is exactly the folders of cloudfunctions/entry', () => {
  assert.deepEqual(functions.map(({ name }) => name).sort(), functionNames());
  assert.equal(path.normalize(functionRoot), 'dist/cloudfunctions');
});

test('every function states its runtime, time and memory, and ships without an installation', () => {
  for (const each of functions) {
    assert.equal(each.handler, 'index.main', each.name);
    assert.match(each.runtime, /^Nodejs(1[89]|2\d)\.\d+$/);
    assert.ok(each.timeout >= 1 && each.timeout <= 60, `${each.name}: CloudBase allows 1 to 60 seconds`);
    assert.ok([128, 256, 512, 1024, 2048].includes(each.memorySize), each.name);
    assert.equal(each.installDependency, false, each.name);
  }
});

test('no function may run as long as the lease of an effect: nobody takes over what is still being done', () => {
  for (const { name, timeout } of functions) assert.ok(timeout * 1_000 < LEASE_MS, name);
});

test('a timer is the same in cloudbaserc.json and in the config.json that DevTools reads', () => {
  for (const { name, triggers = [] } of functions) {
    const config = read<{ triggers?: Trigger[] }>(`cloudfunctions/entry/${name}/config.json`);
    assert.deepEqual(config.triggers ?? [], triggers, name);
    for (const { config: cron } of triggers)
      assert.equal(cron.split(' ').length, 7, `${name}: seven fields, seconds first`);
  }
});

test('every function may call what any effect calls, and who draws codes may draw them', () => {
  const source = readFileSync(path.join(ROOT, 'cloudfunctions/core/open-api.ts'), 'utf8');
  const called = [...source.matchAll(/call\('([A-Za-z]+\.[A-Za-z]+)'/g)].map(([, api]) => api).sort();
  const codes = 'wxacode.getUnlimited';
  assert.ok(called.includes(codes));
  for (const { name } of functions) {
    const config = read<{ permissions: { openapi: string[] } }>(`cloudfunctions/entry/${name}/config.json`);
    const granted = [...config.permissions.openapi].sort();
    // Each carries out the effects of others (entry/effects.ts); no effect draws a code.
    const draws = name === 'api' || name === 'report';
    assert.deepEqual(granted, draws ? called : called.filter((api) => api !== codes), name);
  }
});

test('DevTools finds the mini program and the bundled functions where project.config.json says', () => {
  const project = read<{
    appid: string;
    miniprogramRoot: string;
    cloudfunctionRoot: string;
    setting: { useCompilerPlugins: string[]; packNpmManually: boolean; packNpmRelationList: object[] };
  }>('project.config.json');
  assert.ok(existsSync(path.join(ROOT, project.miniprogramRoot, 'app.json')));
  assert.equal(project.cloudfunctionRoot, 'dist/cloudfunctions/');
  assert.deepEqual(project.setting.useCompilerPlugins, ['typescript']);
  assert.ok(project.setting.packNpmManually);
  assert.deepEqual(project.setting.packNpmRelationList, [
    { packageJsonPath: './package.json', miniprogramNpmDistDir: './miniprogram/' },
  ]);
});

test('only what goes into the mini program stands among the dependencies: WeChat packs every one of them', () => {
  const { dependencies } = read<{ dependencies: Record<string, string> }>('package.json');
  assert.deepEqual(Object.keys(dependencies).sort(), ['dayjs', 'tdesign-miniprogram']);
});
