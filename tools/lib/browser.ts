import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem';

/** Chromium without the program round it: every page costs a third of what it costs in the whole of Chromium. */
const SHELL = 'chromium-headless-shell';

interface Wanted {
  /** Somebody will look at it: the shell has no window. */
  window?: boolean;
}

/**
 * An installed Chrome, Chromium or Edge: `CHROME_PATH` if it is set, else where the systems put them; the shell
 * before all others where no window is wanted.
 */
export function findBrowser({ window = false }: Wanted = {}): string | undefined {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Problem(`CHROME_PATH is ${named}, and there is no such file.`);
    return named;
  }
  const known = candidates();
  return (window ? known.filter((file) => !isShell(file)) : known).find((file) => existsSync(file));
}

const isShell = (file: string): boolean => path.basename(file) === SHELL;

/**
 * The browser for the tests. On Debian as root it installs the shell and a Chinese font where they are missing;
 * elsewhere a missing browser is a `Problem` that says what to do.
 */
export function ensureBrowser(say: (line: string) => void, { window = false }: Wanted = {}): string {
  if (canInstall()) {
    installBrowser(say, window);
    if (lacksChinese()) install(['fonts-noto-cjk'], say);
  } else if (lacksChinese()) {
    say('No Chinese font is installed: pictures and text sizes may be wrong (Debian: fonts-noto-cjk).');
  }
  const browser = findBrowser({ window });
  if (browser !== undefined) return browser;
  throw new Problem(
    [
      'The tests need a browser: no Chrome, Chromium or Edge was found.',
      'Install one (Debian, Ubuntu: sudo apt-get install chromium fonts-noto-cjk; macOS, Windows: Google Chrome),',
      'or set CHROME_PATH to the program of the one you have.',
    ].join('\n'),
  );
}

/** The shell is worth having beside another browser, but nothing fails for want of it. */
function installBrowser(say: (line: string) => void, window: boolean): void {
  const found = findBrowser({ window });
  if (found !== undefined && (window || isShell(found) || found === process.env['CHROME_PATH'])) return;
  if (!window && install([SHELL], say)) return;
  if (found === undefined && !install(['chromium'], say))
    throw new Problem('apt-get could not install chromium.');
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const folders = ['/Applications', path.join(process.env['HOME'] ?? '/', 'Applications')];
    return folders.flatMap((folder) =>
      names.map((name) => path.join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  }
  const names = [
    SHELL,
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/snap/bin'].filter(
    (folder) => folder !== '',
  );
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** Where Debian's fonts-noto-cjk puts it. */
const NOTO = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

/** Asked of fontconfig where it is installed; macOS and Windows bring their fonts. */
function lacksChinese(): boolean {
  if (process.platform !== 'linux') return false;
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  if (listed.error !== undefined) return !existsSync(NOTO);
  return listed.stdout.trim() === '';
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @returns whether it worked; what apt-get had to say against it is on the terminal */
function install(packages: readonly string[], say: (line: string) => void): boolean {
  say(`Installing ${packages.join(' and ')} (apt-get) …`);
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  return [
    ['update', ...wait],
    ['install', '-y', '--no-install-recommends', ...wait, ...packages],
  ].every((args) => {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return status === 0;
  });
}
