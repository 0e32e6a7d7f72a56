import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Parts of the SDK that no function calls, half of its weight: the language models, the MySQL and data-model
 * clients, tickets for custom log-in, the proxies, writing XML (it reads some), and binary BSON (it speaks
 * Extended JSON), and watching a query, which is for clients. Each becomes an object that names itself when touched.
 */
const LEFT_OUT = [
  /^@cloudbase\/wx-cloud-client-sdk$/,
  /^jsonwebtoken$/,
  /^https?-proxy-agent$/,
  /^axios$/,
  /^xmlbuilder$/,
];

/** Modules of a package that are left out by their relative name; the SDK's own for language models pulls in the web SDK. */
const LEFT_OUT_INSIDE = [
  { of: /@cloudbase[\\/]node-sdk[\\/]/, name: /^\.\/ai$/, called: '@cloudbase/ai' },
  {
    of: /node_modules[\\/]bson[\\/]/,
    name: /^\.\/parser\/((de)?serializer|calculate_size)$/,
    called: 'bson',
  },
  { of: /@cloudbase[\\/]database[\\/]/, name: /^\.\/realtime\//, called: '@cloudbase/database/realtime' },
];

/** Storage answers an upload in XML: only who uploads reads it. */
const FOR_UPLOADS = /^xml2js$/;

/** @param uploads whether the function writes files into cloud storage. */
export function withoutUnusedParts(uploads: boolean): Plugin {
  const leftOut = uploads ? LEFT_OUT : [...LEFT_OUT, FOR_UPLOADS];
  return {
    name: 'without-unused-parts',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(\.\/|[@a-z])/ }, ({ path, importer }) => {
        if (!importer.includes('node_modules')) return undefined;
        const inside = LEFT_OUT_INSIDE.find(({ of, name }) => of.test(importer) && name.test(path));
        if (inside === undefined && !leftOut.some((pattern) => pattern.test(path))) return undefined;
        return { path: inside?.called ?? path, namespace: 'left-out' };
      });
      onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: stub(path), loader: 'js' }));
      onLoad({ filter: /mime-db[\\/]db\.json$/ }, ({ path }) => ({
        contents: uploads ? typesWithEndings(path) : '{}',
        loader: 'json',
      }));
    },
  };
}

/** Interop helpers may ask whether it is an ES module or a promise; any other member throws. */
function stub(name: string): string {
  return `const asked = (member) => {
  if (typeof member === 'symbol' || member === '__esModule' || member === 'then') return undefined;
  throw new Error(${JSON.stringify(name)} + '.' + member + ' is left out of the bundle of this function');
};
module.exports = new Proxy({}, { get: (_, member) => asked(member) });`;
}

/** What a function of a street could ever send: a picture, a table, a paper, a text. What phones send up is not theirs. */
const MEDIA_TYPES =
  /^image\/(png|jpeg)$|^audio\/mpeg$|^text\/(csv|plain)$|^application\/(json|octet-stream|pdf|zip|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/;

/** The SDK looks a media type up by a file's ending: types without one are never found, most others never asked for. */
function typesWithEndings(file: string): string {
  // mime-db's own file.
  const types = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { extensions?: string[] }>;
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(types).filter(([name, type]) => type.extensions !== undefined && MEDIA_TYPES.test(name)),
    ),
  );
}
