/** What the stage is told by whoever opens it: it knows nothing of the product it shows. */
export interface StageConfig {
  title: string;
  /** What is said of it beside the title. */
  subtitle: string;
  /** Who may hold a phone. */
  holders: Holder[];
  /** Who holds the first phones. */
  opening: string[];
  /** What a stranger may try first, in the order of the panel. */
  stories: Story[];
  /** Codes that hang on a wall; the camera can be pointed at them. */
  posters: Poster[];
  /** The mini program is built again when it is saved, and `/phone/__built` tells of it. */
  keptBuilt: boolean;
}

export interface Story {
  title: string;
  /** Who holds the phones in it, by place: up to three. */
  holders: string[];
  steps: string[];
}

export interface Holder {
  openid: string;
  /** What this person is here: 居民, 班主任. */
  label: string;
  /** Who it is. */
  name: string;
}

/** As the holder is called everywhere on the stage. */
export function calledBy({ label, name }: Holder): string {
  return `${label}（${name}）`;
}

export interface Poster {
  title: string;
  /** What stands under the code. */
  note: string;
  /** Data URL or address of a picture. */
  image: string;
}
