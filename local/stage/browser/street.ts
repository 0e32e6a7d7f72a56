import { byId } from './dom';

const AWAY = '这条街歇着呢：运行它的程序停了。再运行一次 npm start，这里自己接上，手机和板都还在原处。';

/** Says that the street's program has ended. Once it runs again the page is opened anew: who holds a phone is forgotten there. */
export function watchStreet(): (reachable: boolean) => void {
  let away = false;
  return (reachable) => {
    if (reachable && away) location.reload();
    away = !reachable;
    byId('away').hidden = reachable;
    byId('away').textContent = reachable ? '' : AWAY;
  };
}
