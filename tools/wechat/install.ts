import { installAside } from '../lib/install-aside';

/** WeChat's own compilers, so that nobody installs them who does not ask for them. Answers their folder. */
export function installWechatTools(root: string, say: (line: string) => void): string {
  return installAside(
    root,
    {
      name: 'wechat/tools',
      title: 'WeChat’s compilers (280 MB, about a minute, once)',
      // Pinned: how they behave offline is nowhere documented, so a new version has to be tried before it is trusted.
      versions: { 'miniprogram-ci': '2.1.42', 'miniprogram-compiler': '0.2.3' },
    },
    say,
  );
}
