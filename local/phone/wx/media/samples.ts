/** Pictures that the phone's album comes with, drawn here so that none has to be shipped. */
interface Sample {
  name: string;
  draw(context: OffscreenCanvasRenderingContext2D): void;
}

export const SAMPLE_WIDTH = 900;
export const SAMPLE_HEIGHT = 1200;

type Pen = OffscreenCanvasRenderingContext2D;

function sky(pen: Pen, top: string, bottom: string): void {
  const fill = pen.createLinearGradient(0, 0, 0, SAMPLE_HEIGHT);
  fill.addColorStop(0, top);
  fill.addColorStop(1, bottom);
  pen.fillStyle = fill;
  pen.fillRect(0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT);
}

function disc(pen: Pen, x: number, y: number, radius: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

function hill(pen: Pen, left: number, height: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(0, SAMPLE_HEIGHT);
  pen.lineTo(0, left);
  pen.bezierCurveTo(300, left - height, 560, left + height, SAMPLE_WIDTH, left - height * 0.6);
  pen.lineTo(SAMPLE_WIDTH, SAMPLE_HEIGHT);
  pen.fill();
}

function box(pen: Pen, x: number, y: number, width: number, height: number, color: string): void {
  pen.fillStyle = color;
  pen.fillRect(x, y, width, height);
}

export const SAMPLES: readonly Sample[] = [
  {
    name: '山',
    draw(pen) {
      sky(pen, '#8ec5ea', '#f6e7c8');
      disc(pen, 650, 320, 90, '#fff3c4');
      hill(pen, 760, 180, '#7fa58a');
      hill(pen, 900, 120, '#4f7a61');
      hill(pen, 1040, 60, '#2f5a45');
    },
  },
  {
    name: '湖',
    draw(pen) {
      sky(pen, '#f7b98b', '#6f8fb8');
      disc(pen, 300, 560, 110, '#fbe3b4');
      hill(pen, 620, 60, '#54607f');
      box(pen, 0, 700, SAMPLE_WIDTH, 500, '#7f9fc4');
      for (let line = 0; line < 9; line += 1) {
        box(pen, 220 - line * 12, 740 + line * 44, 160 + line * 24, 6, '#f4d9b3');
      }
    },
  },
  {
    name: '楼道灯',
    draw(pen) {
      sky(pen, '#2d3038', '#191b20');
      box(pen, 120, 0, 660, 1200, '#3a3e48');
      box(pen, 440, 0, 20, 260, '#20232a');
      const glow = pen.createRadialGradient(450, 330, 20, 450, 330, 420);
      glow.addColorStop(0, '#ffe9a8');
      glow.addColorStop(1, '#ffe9a800');
      pen.fillStyle = glow;
      pen.fillRect(0, 0, SAMPLE_WIDTH, 900);
      disc(pen, 450, 320, 56, '#fff6d6');
      for (let step = 0; step < 6; step += 1) {
        box(pen, 120 + step * 40, 1140 - step * 60, 660 - step * 40, 60, step % 2 ? '#545967' : '#4a4f5c');
      }
    },
  },
  {
    name: '窗台',
    draw(pen) {
      sky(pen, '#efe6d8', '#d9c7ab');
      box(pen, 160, 160, 580, 620, '#ffffff');
      box(pen, 190, 190, 250, 560, '#bfe0f2');
      box(pen, 460, 190, 250, 560, '#bfe0f2');
      box(pen, 100, 780, 700, 50, '#b08a5e');
      box(pen, 360, 640, 180, 150, '#c9673f');
      for (const [x, y] of [
        [400, 560],
        [450, 500],
        [500, 560],
        [450, 600],
      ] as const) {
        disc(pen, x, y, 60, '#5f9a55');
      }
    },
  },
];

/** A sample as a JPEG file. */
export async function sampleFile(sample: Sample): Promise<File> {
  const canvas = new OffscreenCanvas(SAMPLE_WIDTH, SAMPLE_HEIGHT);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser gives no canvas');
  sample.draw(pen);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return new File([blob], `${sample.name}.jpg`, { type: 'image/jpeg' });
}
