type Here = { way: 'poster'; venueCode: string } | { way: 'rotating'; content: string };

/** What a scan brought. The server decides whether it is good; here only which way it is. */
export type Scanned = Here | Paper | null;

/** One of our own codes, but of a paper that says nothing of who is here: where it leads. */
export interface Paper {
  way: 'paper';
  page: string;
}

/** What shows that somebody is here. */
export type Proof = Here | { way: 'digits'; digits: string };

/** @param result text of an ordinary code · @param path page path of a mini program code, '' when there is none */
export function readScan(result: string, path: string): Scanned {
  for (const text of [path, result]) {
    const page = paperIn(text);
    if (page !== null) return { way: 'paper', page };
    const venueCode = venueCodeIn(text);
    if (venueCode !== null) return { way: 'poster', venueCode };
  }
  return /^RS1\./.test(result) ? { way: 'rotating', content: result } : null;
}

/** A slip that is to be entered, or a household's card: `packages/paper/in/in?scene=k%3D…`. */
function paperIn(text: string): string | null {
  const [, page, scene = ''] =
    /(packages\/(?:paper\/in\/in|grid\/household\/household))\?scene=([^&]*)/.exec(text) ?? [];
  return page === undefined ? null : `/${page}?scene=${encodeURIComponent(safeDecode(scene))}`;
}

/** `packages/school/check-in/check-in?scene=v%3DABC123` → `ABC123` */
export function venueCodeIn(text: string): string | null {
  const [, scene = ''] = /[?&]scene=([^&]*)/.exec(text) ?? [];
  return venueCodeOf(safeDecode(scene));
}

/** `v=ABC123` → `ABC123` */
export function venueCodeOf(scene: string): string | null {
  const [, code] = /^v=([0-9A-Za-z]{4,12})$/.exec(scene) ?? [];
  return code ?? null;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
