/** Where the build puts a project's own files, below the phone's document. */
const PROJECT_FILES = 'files/';

/**
 * Turns what a mini program names into an address that the browser loads: `/a.png` and `a.png` of the package,
 * `../a.png` from a page, a `wxfile://` path that `files` knows. Network, data and blob addresses stay.
 */
export function createAssetResolver(
  files: ReadonlyMap<string, Blob>,
): (source: string, from?: string) => string {
  const addresses = new WeakMap<Blob, string>();
  return (source, from = '') => {
    const blob = files.get(source);
    if (blob) {
      const known = addresses.get(blob) ?? URL.createObjectURL(blob);
      addresses.set(blob, known);
      return known;
    }
    if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(source) || source === '') return source;
    const base = source.startsWith('/') ? '' : from.split('/').slice(0, -1).join('/');
    const path = new URL(source, `http://package/${base === '' ? '' : `${base}/`}`);
    return `${PROJECT_FILES}${path.pathname.slice(1)}${path.search}`;
  };
}
