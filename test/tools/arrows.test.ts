import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brokenArrows } from '../../tools/arrows/check';
import { readModules } from '../../tools/arrows/graph';
import { project } from './support/project';

type Sources = Record<string, string>;

/** What the checker says of a project of these modules, without the reasons. */
function broken(t: Parameters<typeof project>[0], sources: Sources): string[] {
  return brokenArrows(readModules(project(t, sources))).map((line) => line.split(': ')[0] ?? '');
}

const CASES: { says: string; sources: Sources; broken: string[] }[] = [
  {
    says: 'a page may call the api, and the api may know the contract',
    sources: {
      'miniprogram/pages/a/a.ts': "import { call } from '../../api/call';\ncall();",
      'miniprogram/api/call.ts':
        "import type { Input } from '../contract/actions';\nexport const call = () => wx.cloud;\nexport type I = Input;",
      'miniprogram/contract/actions.ts': 'export interface Input { a: string }',
    },
    broken: [],
  },
  {
    says: 'the mini program cannot import a function, not even a type of it',
    sources: {
      'miniprogram/pages/a/a.ts':
        "import type { Doc } from '../../../cloudfunctions/core/aggregate';\nexport type D = Doc;",
      'cloudfunctions/core/aggregate.ts': 'export interface Doc { a: 1 }',
    },
    broken: ['miniprogram/pages/a/a.ts:1  imports cloudfunctions/core/aggregate.ts'],
  },
  {
    says: 'only the api knows wx.cloud',
    sources: { 'miniprogram/pages/a/a.ts': 'wx.cloud.callFunction({});\nwx.showToast({});' },
    broken: ['miniprogram/pages/a/a.ts:1  uses wx.cloud'],
  },
  {
    says: 'a view function takes neither the time nor chance nor wx',
    sources: {
      'miniprogram/pages/a/a.view.ts':
        'export const day = new Date();\nexport const given = new Date(1);\nexport const now = Date.now();\nMath.random();\nwx.vibrateShort();',
    },
    broken: [
      'miniprogram/pages/a/a.view.ts:1  uses the clock (Date.now, new Date(), performance.now)',
      'miniprogram/pages/a/a.view.ts:4  uses Math.random',
      'miniprogram/pages/a/a.view.ts:5  uses wx',
    ],
  },
  {
    says: 'a view function may use what is pure itself, not what takes from the world, however far away',
    sources: {
      'miniprogram/packages/x/a/a.view.ts':
        "import '../said/who';\nimport '../said/tap';\nimport '../b/b';\nimport type { T } from '../../../api/call';\nexport type U = T;",
      'miniprogram/packages/x/said/who.ts': 'export const who = 1;',
      'miniprogram/packages/x/said/tap.ts': "import './buzz';",
      'miniprogram/packages/x/said/buzz.ts': 'wx.vibrateShort();',
      'miniprogram/packages/x/b/b.ts': 'Component({});',
      'miniprogram/api/call.ts': 'wx.cloud;\nexport type T = 1;',
    },
    broken: [
      'miniprogram/packages/x/a/a.view.ts:2  imports miniprogram/packages/x/said/tap.ts, which uses wx',
      'miniprogram/packages/x/a/a.view.ts:3  imports miniprogram/packages/x/b/b.ts, which uses App, Page, Component or Behavior',
    ],
  },
  {
    says: 'the contract imports nothing, a package no more than a page',
    sources: {
      'miniprogram/contract/a.ts': "import dayjs from 'dayjs';\nimport './b';\nexport { dayjs };",
      'miniprogram/contract/b.ts': '',
    },
    broken: ['miniprogram/contract/a.ts:1  imports dayjs'],
  },
  {
    says: 'a subpackage loads from the main package, not from another subpackage; the main package from none',
    sources: {
      'miniprogram/packages/x/a.ts': "import '../../lib/l';\nimport '../y/b';",
      'miniprogram/packages/y/b.ts': '',
      'miniprogram/lib/l.ts': "import '../packages/y/b';",
    },
    broken: [
      'miniprogram/lib/l.ts:1  imports miniprogram/packages/y/b.ts',
      'miniprogram/packages/x/a.ts:2  imports miniprogram/packages/y/b.ts',
    ],
  },
  {
    says: 'functions reach the mini program through @contract alone',
    sources: {
      'cloudfunctions/school/session/view.ts':
        "import { a } from '@contract/a';\nimport { b } from '../../../miniprogram/lib/b';\nexport default [a, b];",
      'miniprogram/contract/a.ts': 'export const a = 1;',
      'miniprogram/lib/b.ts': 'export const b = 1;',
    },
    broken: ['cloudfunctions/school/session/view.ts:2  imports miniprogram/lib/b.ts'],
  },
  {
    says: 'an aggregate decides purely: the run belongs to its actions, of the repository it knows the types',
    sources: {
      'cloudfunctions/school/session/actions.ts': "import '../../core/context';\nimport './decide';",
      'cloudfunctions/school/session/decide.ts':
        "import '../../core/context';\nimport type { R } from '../../core/repository';\nimport './actions';\nexport type X = R;",
      'cloudfunctions/school/session/seats.ts':
        "import { open } from '../../core/repository';\nimport { createHash } from 'node:crypto';\nexport const x = [open, createHash, Date.now()];",
      'cloudfunctions/core/context.ts': '',
      'cloudfunctions/core/repository.ts': 'export const open = 1;\nexport type R = 1;',
    },
    broken: [
      'cloudfunctions/school/session/decide.ts:1  imports cloudfunctions/core/context.ts',
      'cloudfunctions/school/session/decide.ts:3  imports cloudfunctions/school/session/actions.ts',
      'cloudfunctions/school/session/seats.ts:1  imports cloudfunctions/core/repository.ts',
      'cloudfunctions/school/session/seats.ts:2  imports node:crypto',
      'cloudfunctions/school/session/seats.ts:3  uses the clock (Date.now, new Date(), performance.now)',
      'cloudfunctions/school/session/actions.ts  imports itself in a circle',
    ],
  },
  {
    says: 'core knows no aggregate, and the SDK only through its doors',
    sources: {
      'cloudfunctions/core/run.ts':
        "import '../school/session/seats';\nimport tcb from '@cloudbase/node-sdk';\nexport default tcb;",
      'cloudfunctions/core/database.ts': "import tcb from '@cloudbase/node-sdk';\nexport default tcb;",
      'cloudfunctions/school/session/seats.ts': '',
    },
    broken: [
      'cloudfunctions/core/run.ts:1  imports cloudfunctions/school/session/seats.ts',
      'cloudfunctions/core/run.ts:2  imports @cloudbase/node-sdk',
    ],
  },
  {
    says: 'the stand-ins know nothing of the product; tests and tools may know everything',
    sources: {
      'local/cloud/index.ts': "import('../../cloudfunctions/core/ids');",
      'test/x.test.ts': "import '../cloudfunctions/core/ids';\nimport '../local/cloud/index';",
      'tools/x.ts': "import '../miniprogram/api/call';",
      'cloudfunctions/core/ids.ts': '',
      'miniprogram/api/call.ts': '',
    },
    broken: ['local/cloud/index.ts:1  imports cloudfunctions/core/ids.ts'],
  },
  {
    says: 'modules that load each other in a circle are found, through a re-export too; types alone make no circle',
    sources: {
      'cloudfunctions/core/a.ts': "export * from './b';",
      'cloudfunctions/core/b.ts': "import './c';",
      'cloudfunctions/core/c.ts': "import { x } from './a';\nexport default x;",
      'cloudfunctions/core/d.ts': "import type { e } from './e';\nexport type D = typeof e;",
      'cloudfunctions/core/e.ts': "import './d';\nexport const e = 1;",
    },
    broken: ['cloudfunctions/core/a.ts  imports itself in a circle'],
  },
];

for (const each of CASES) {
  test(each.says, (t) => {
    assert.deepEqual(broken(t, each.sources).sort(), [...each.broken].sort());
  });
}

test('what the checker says names the file, the line and what holds instead', (t) => {
  const root = project(t, { 'miniprogram/pages/a/a.ts': '\nwx.cloud.init({});' });
  assert.deepEqual(brokenArrows(readModules(root)), [
    'miniprogram/pages/a/a.ts:2  uses wx.cloud: only miniprogram/api knows wx.cloud',
  ]);
});
