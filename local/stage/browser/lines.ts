import { el } from './dom';

/** What is said where there is nothing yet, and how there would be something. */
export function empty(title: string, hint: string): Node {
  return el('div', { class: 'empty' }, [el('strong', {}, [title]), el('p', {}, [hint])]);
}

/** The time on the street's clock. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}
