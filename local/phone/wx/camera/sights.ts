/** What the phone's camera can be pointed at: a test's pictures, or what the stage shows round this phone. */
import type { Host, Sight, Stage } from '../../runtime/host';

interface View {
  sights: Sight[];
  /** Held straight in front of the camera: nobody has to aim. */
  inFront: boolean;
}

export async function lookAround(host: Host): Promise<View> {
  if (host.camera.pictures.length > 0) {
    const sights = await Promise.all(host.camera.pictures.map(fromDataUrl));
    return { sights, inFront: true };
  }
  const stage = stageOf(window);
  return { sights: stage ? await stage.sights(window) : [], inFront: false };
}

async function fromDataUrl(url: string, index: number): Promise<Sight> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return { title: `画面 ${index + 1}`, image, width: image.naturalWidth, height: image.naturalHeight };
}

/** The stage shares this phone's origin; when the phone is embedded elsewhere, there is none. */
function stageOf(own: Window): Stage | undefined {
  if (own.parent === own) return undefined;
  try {
    // The stage puts it there (host.ts); `Window` does not know of it.
    return (own.parent as Window & { __stage?: Stage }).__stage;
  } catch (error) {
    // A parent of another origin may not be looked at.
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}
