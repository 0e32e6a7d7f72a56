/** What the stage is told by whoever opens it: it knows nothing of the product it shows. */
export interface StageConfig {
  title: string;
  /** Who may hold a phone. */
  holders: Holder[];
  /** Who holds the first phones. */
  opening: string[];
  /** Codes that hang on a wall; the camera can be pointed at them. */
  posters: Poster[];
}

export interface Holder {
  openid: string;
  label: string;
}

export interface Poster {
  title: string;
  /** What stands under the code. */
  note: string;
  /** Data URL or address of a picture. */
  image: string;
}
