import type { SchoolModule } from '../../contract/modules';
import type { Role } from '../../contract/words';

/**
 * Ways into everything that has no card of its own: one line of a tab page each. A new page is
 * entered here and nowhere else.
 */
export interface Door {
  /**
   * Which tab page shows it: above what the page is for, or (`more`) below it. `desk` are the workplaces
   * on 我的, for those who hold one of `roles`.
   */
  at: 'school' | 'school_more' | 'service' | 'service_more' | 'me' | 'desk';
  icon: string;
  title: string;
  /** Second line, '' for none. */
  text: string;
  link: string;
  /** Who sees it; everybody without. */
  roles?: readonly Role[];
  /** Hidden while there is nothing in it (G12). */
  module?: SchoolModule;
  /** Also in 大字版, where a page shows few things. */
  elder?: boolean;
}
