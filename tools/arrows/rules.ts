import type { Ambient } from './parse';

/** An arrow that must not be drawn, or something of the world that must not be reached for. */
export interface Rule {
  /** Said to whoever broke it: what holds, and where the thing belongs. */
  says: string;
  from: RegExp;
  except?: RegExp;
  /** Targets (files or packages) that are not to be imported. */
  imports?: RegExp;
  unless?: RegExp;
  /** A type alone may be imported: it carries no behaviour. */
  typesAllowed?: true;
  ambient?: readonly Ambient[];
  /** What a module imports counts as its own doing. */
  alsoThroughImports?: true;
}

const AGGREGATES = /^cloudfunctions\/(?!core\/|entry\/)/;
/** Files of an aggregate that load, store and call; every other file of it decides and is pure. */
const SHELL = /(^|[-/])(actions?|read|sweep|deliver|callers|push-message)\.ts$/;
const PURE_CORE =
  /^cloudfunctions\/core\/(aggregate|calendar|caller|difference|guard|limiter|machine|machine-check|permissions|refusal|schemas|settings)\.ts$/;
const PURE_CLIENT = /^miniprogram\/(lib\/.*|.*\.view)\.ts$/;

/** `pages → api → contract ← actions → aggregate (pure) → core`, and what each room may reach for. */
export const RULES: readonly Rule[] = [
  {
    says: 'the contract stands alone: it imports nothing but itself',
    from: /^miniprogram\/contract\//,
    imports: /./,
    unless: /^miniprogram\/contract\//,
  },
  {
    says: 'the mini program knows neither the functions nor the stand-ins: share a type through miniprogram/contract',
    from: /^miniprogram\//,
    imports: /^(cloudfunctions|database|local|test|bench|tools)\/|^node:/,
  },
  {
    says: 'miniprogram/api calls the cloud; it knows no page and no component',
    from: /^miniprogram\/api\//,
    imports: /^miniprogram\/(pages|packages|components|custom-tab-bar)\//,
  },
  {
    says: 'pure code of the mini program calls no api',
    from: PURE_CLIENT,
    imports: /^miniprogram\/api\//,
    typesAllowed: true,
  },
  {
    says: 'pure code of the mini program is given the time, chance and wx; it does not take them',
    from: PURE_CLIENT,
    ambient: ['clock', 'randomness', 'wx', 'page'],
    alsoThroughImports: true,
  },
  {
    says: 'the main package cannot load from a subpackage',
    from: /^miniprogram\/(?!packages\/)/,
    imports: /^miniprogram\/packages\//,
  },
  {
    says: 'only miniprogram/api knows wx.cloud',
    from: /^miniprogram\//,
    except: /^miniprogram\/api\//,
    ambient: ['wx.cloud'],
  },
  {
    says: 'functions share with the mini program through @contract alone',
    from: /^(cloudfunctions|database)\//,
    imports: /^miniprogram\//,
    unless: /^miniprogram\/contract\//,
  },
  {
    says: 'what is deployed knows nothing of stand-ins, tests and tools',
    from: /^(cloudfunctions|database)\//,
    imports: /^(local|test|bench|tools)\//,
  },
  {
    says: 'core knows no aggregate: the arrow goes from the aggregate to core',
    from: /^cloudfunctions\/core\//,
    imports: /^cloudfunctions\/(?!core\/)/,
  },
  { says: 'only entry wires functions together', from: AGGREGATES, imports: /^cloudfunctions\/entry\// },
  {
    says: 'an aggregate decides, it does not act: only actions, read, sweep, deliver … may know the run or the log',
    from: AGGREGATES,
    except: SHELL,
    imports:
      /^cloudfunctions\/core\/(action|context|dispatch|environment|invocation|log|open-api|run|sweep|vault)\.ts$/,
  },
  {
    says: 'a pure file of an aggregate may know the types of the repository and the database, not call them',
    from: AGGREGATES,
    except: SHELL,
    imports: /^cloudfunctions\/core\/(database|repository)\.ts$/,
    typesAllowed: true,
  },
  {
    says: 'a pure file of an aggregate cannot import one that loads, stores or calls',
    from: AGGREGATES,
    except: SHELL,
    imports: SHELL,
    typesAllowed: true,
  },
  {
    says: 'aggregates use no node module: core wraps what they need',
    from: AGGREGATES,
    imports: /^node:|^@cloudbase\//,
  },
  {
    says: 'the SDK has few doors: core/database, core/invocation, core/tencent',
    from: /^cloudfunctions\//,
    except: /^cloudfunctions\/core\/(database|invocation|tencent)\.ts$/,
    imports: /^(@cloudbase\/|wx-server-sdk)/,
    typesAllowed: true,
  },
  {
    says: 'pure core imports no shell of core',
    from: PURE_CORE,
    imports:
      /^cloudfunctions\/core\/(clock|database|dispatch|effects|environment|ids|invocation|log|open-api|repository|run|sweep|vault)\.ts$/,
    typesAllowed: true,
  },
  {
    says: 'the clock is read in core/clock alone; everything else is given the time',
    from: /^(cloudfunctions|database)\//,
    except: /^cloudfunctions\/core\/clock\.ts$/,
    ambient: ['clock'],
  },
  {
    says: 'chance comes from core/run and core/ids; everything else is given it',
    from: /^(cloudfunctions|database)\//,
    except: /^cloudfunctions\/core\/run\.ts$/,
    ambient: ['randomness'],
  },
  { says: 'functions do not run in a phone', from: /^(cloudfunctions|database)\//, ambient: ['wx'] },
  {
    says: 'the stand-ins know nothing of this product: they would run any other',
    from: /^local\//,
    imports: /^(miniprogram|cloudfunctions|test|bench)\//,
  },
];
