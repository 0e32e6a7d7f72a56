/** The four tab pages: they can only be switched to, without a query. */
const TABS = new Set(['/pages/home/home', '/pages/school/school', '/pages/service/service', '/pages/me/me']);

/** A page is on its way: the second tap of a trembling finger opens nothing more. */
let opening = false;

/** Opens a link of the contract (`/packages/…?id=…`), or a tab. Ten pages deep it replaces the present one. */
export async function open(link: string): Promise<void> {
  if (link === '' || opening) return;
  opening = true;
  try {
    await go(link);
  } finally {
    opening = false;
  }
}

async function go(link: string): Promise<void> {
  const [path = ''] = link.split('?');
  if (TABS.has(path)) await wx.switchTab({ url: path });
  else if (getCurrentPages().length >= 10) await wx.redirectTo({ url: link });
  else await wx.navigateTo({ url: link });
}

/** The route of the page that one comes back to; '' when there is none. */
export function pageBelow(): string {
  const pages = getCurrentPages();
  return pages[pages.length - 2]?.route ?? '';
}

/** Back to where one came from; to a tab when the page was opened from outside (a code, a shared card). */
export async function back(otherwise = '/pages/home/home'): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack();
  else await wx.switchTab({ url: otherwise });
}
