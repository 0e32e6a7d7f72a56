/**
 * The canvas without `type`, which draws when it is told to: wx.createCanvasContext, canvasGetImageData,
 * canvasPutImageData, and createContext with drawCanvas, which came before them. WeChat maintains them no
 * longer and still runs them.
 */
import type { Host } from '../../runtime/host';
import { type Api, ApiFailure, asyncApi, isFunction, isRecord, type Options, type Result } from '../api';
import type { Kit } from '../kit';
import { flag, number, requiredNumber, requiredText } from '../options';
import { type Action, Recorder } from './recorder';
import { contextOf, paint, type Scope, scopeFor, surfaceOf } from './surface';

export function canvasApis({ host, files }: Kit): Api {
  const draw = async (
    scope: Scope,
    canvasId: string,
    actions: Action[],
    reserve: boolean,
  ): Promise<boolean> => {
    const surface = surfaceOf(scope, canvasId);
    if (surface) await paint(host, files, surface, actions, reserve);
    else
      host.report({
        kind: 'wx',
        message: `CanvasContext.draw: there is no <canvas canvas-id="${canvasId}">`,
      });
    return surface !== undefined;
  };
  return {
    createCanvasContext(canvasId: unknown, component?: unknown) {
      const scope = scopeFor(host, component);
      const recorder = new Recorder();
      return Object.assign(recorder.exposed(), {
        draw(reserve?: unknown, callback?: unknown) {
          void draw(scope, String(canvasId), recorder.take(), reserve === true).then((drawn) => {
            if (drawn && isFunction(callback)) callback();
          });
        },
      });
    },
    createContext: () => new Recorder().exposed(),
    ...inComponent(host, {
      async drawCanvas(options, scope) {
        // What `getActions` of a context gave.
        const actions = Array.isArray(options.actions) ? (options.actions as Action[]) : [];
        const drawn = await draw(scope, requiredText(options, 'canvasId'), actions, flag(options, 'reserve'));
        if (!drawn) throw new ApiFailure('canvas is not found');
        return undefined;
      },
      canvasGetImageData(options, scope) {
        const { x, y, width, height } = areaOf(options);
        const part = scaled(width, height);
        part.drawImage(wanted(scope, options), ...times(x, y, width, height), 0, 0, width, height);
        return { width, height, data: part.getImageData(0, 0, width, height).data };
      },
      canvasPutImageData(options, scope) {
        const { data } = options;
        if (!(data instanceof Uint8ClampedArray))
          throw new ApiFailure('parameter error: parameter.data should be Uint8ClampedArray');
        const { x, y, width } = areaOf(options);
        const height = data.length / 4 / width;
        const part = scaled(width, height);
        part.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
        const surface = contextOf(wanted(scope, options));
        surface.clearRect(x, y, width, height);
        surface.drawImage(part.canvas, x, y, width, height);
        return undefined;
      },
    }),
  };
}

type ScopedWork = (options: Options, scope: Scope) => Result | undefined | Promise<Result | undefined>;

/** Functions whose second argument is the component in which the canvas is. */
export function inComponent(host: Host, table: Record<string, ScopedWork>): Api {
  return Object.fromEntries(
    Object.entries(table).map(([name, work]) => [
      name,
      (given?: unknown, component?: unknown) => {
        const scope = scopeFor(host, component);
        return asyncApi(host, name, (options) => work(options, scope))(isRecord(given) ? given : {});
      },
    ]),
  );
}

function wanted(scope: Scope, options: Options): HTMLCanvasElement {
  const surface = surfaceOf(scope, requiredText(options, 'canvasId'));
  if (!surface) throw new ApiFailure('canvas is not found');
  return surface;
}

function areaOf(options: Options): { x: number; y: number; width: number; height: number } {
  const [x, y] = [requiredNumber(options, 'x'), requiredNumber(options, 'y')];
  return { x, y, width: requiredNumber(options, 'width'), height: number(options, 'height', 0) };
}

/** The mini program's pixels as the surface's. */
function times(...lengths: [number, number, number, number]): [number, number, number, number] {
  const [x, y, width, height] = lengths;
  return [x * devicePixelRatio, y * devicePixelRatio, width * devicePixelRatio, height * devicePixelRatio];
}

function scaled(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = width > 0 && height > 0 ? new OffscreenCanvas(width, height).getContext('2d') : null;
  if (!context) throw new ApiFailure('invalid area');
  return context;
}
