import { createRequire } from 'node:module';
import type Automator from 'miniprogram-automator/out/Automator';
import type Element from 'miniprogram-automator/out/Element';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type Page from 'miniprogram-automator/out/Page';
import { eventually } from './eventually';

export type { Element, MiniProgram, Page };

// A CommonJS package whose module is one object; its typings are of that shape too.
const automator = createRequire(import.meta.url)('miniprogram-automator') as Automator;

/** The unmodified client, connected. */
export async function connect(wsEndpoint: string): Promise<MiniProgram> {
  return fastRoutes(await automator.connect({ wsEndpoint }));
}

type ChangeRoute = (method: string, url?: string) => Promise<Page | undefined>;

/** The client sleeps three seconds after every change of page; this waits until the page is there. */
function fastRoutes(program: MiniProgram): MiniProgram {
  const changeRoute: ChangeRoute = async (method, url) => {
    const before = await program.currentPage();
    await program.callWxMethod(method, url === undefined ? {} : { url });
    const wanted = url?.replace(/^\//, '').split('?')[0];
    return eventually(`${method} ${url ?? ''}`, async () => {
      const page = await program.currentPage();
      const there = wanted === undefined ? page !== before : page?.path === wanted;
      if (!there) throw new Error(`still on ${page?.path}`);
      return page;
    });
  };
  // `changeRoute` is private to the client: all five ways to another page go through it.
  Object.assign(program, { changeRoute });
  return program;
}
