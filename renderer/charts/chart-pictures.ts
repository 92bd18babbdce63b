/** Pictures of a chart that stand on their own: colours resolved, hatches inside, question and legend written above. */
import { legendLines } from './legend-lines.ts';

const SVG = 'http://www.w3.org/2000/svg';
const PAINTED_PROPERTIES = [
  'fill',
  'stroke',
  'fill-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
] as const;
/** With the question alone, or the legend beside it. */
const HEADER = 36;
const BASELINE = 20;
/** Of the legend, where it stands below the question. */
const LINE = 20;
const PIXELS_PER_UNIT = 2;

/**
 * The picture of the chart card `card` as an SVG document in the colours on screen: all that is drawn in its plot, where it stands
 * there, though it be scrolled out of sight. Null when the card shows no chart.
 */
export const svgOf = (card: HTMLElement): string | null => {
  const layers = [...card.querySelectorAll<Layer>('.chart-plot :is(svg, canvas)')].filter(
    (layer) => layer.parentElement?.closest('svg') === null,
  );
  if (layers.length === 0) return null;
  const frames = layers.map((layer) => layer.getBoundingClientRect());
  const left = Math.min(...frames.map((frame) => frame.left));
  const top = Math.min(...frames.map((frame) => frame.top));
  const width = Math.max(...frames.map((frame) => frame.right)) - left;
  const height = Math.max(...frames.map((frame) => frame.bottom)) - top;
  const colours = new Map<string, string>();
  const header = headerOf(card, width, colours);
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('xmlns', SVG);
  picture.setAttribute('viewBox', `0 0 ${width} ${height + header.height}`);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(height + header.height));
  picture.setAttribute('font-family', 'Inter, "Inter Variable", sans-serif');
  picture.append(background(card, width, height + header.height, colours));
  for (const definitions of document.querySelectorAll<SVGElement>('.hatches defs'))
    picture.append(resolved(definitions, colours));
  picture.append(...header.elements);
  layers.forEach((layer, index) => {
    const body = layer instanceof SVGSVGElement ? resolved(layer, colours) : imageOf(layer);
    const frame = frames[index];
    body.setAttribute('x', String((frame?.left ?? left) - left));
    body.setAttribute('y', String((frame?.top ?? top) - top + header.height));
    body.setAttribute('width', String(frame?.width ?? width));
    body.setAttribute('height', String(frame?.height ?? height));
    picture.append(body);
  });
  return new XMLSerializer().serializeToString(picture);
};

type Layer = SVGSVGElement | HTMLCanvasElement;

/** A canvas has too many points for elements of their own: its pixels stand in the picture. */
const imageOf = (canvas: HTMLCanvasElement): SVGElement => {
  const image = document.createElementNS(SVG, 'image');
  image.setAttribute('href', canvas.toDataURL());
  return image;
};

/** The same as a PNG, two pixels to the unit. */
export const pngOf = async (svg: string): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PIXELS_PER_UNIT;
  canvas.height = image.naturalHeight * PIXELS_PER_UNIT;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture could not be drawn')) : resolve(blob)),
      'image/png',
    );
  });
};

/** A copy of the element whose colours no longer depend on this page's stylesheets. */
const resolved = (original: SVGElement, colours: Map<string, string>): SVGElement => {
  const copy = document.importNode(original, true);
  const copies = [...copy.querySelectorAll('*')];
  const pairs: readonly (readonly [Element, Element])[] = [
    [original, copy],
    ...[...original.querySelectorAll('*')].map((element, index) => [element, copies[index] ?? copy] as const),
  ];
  for (const [from, to] of pairs) {
    const style = getComputedStyle(from);
    for (const property of PAINTED_PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value !== '')
        to.setAttribute(property, property === 'fill' || property === 'stroke' ? plain(value, colours) : value);
    }
    for (const name of ['class', 'style', 'tabindex']) to.removeAttribute(name);
  }
  return copy;
};

/** Mixed colours as rgb(): other programs that read SVG know nothing newer. */
const plain = (paint: string, colours: Map<string, string>): string => {
  if (paint === 'none' || paint.startsWith('url(')) return paint.replaceAll(/url\("?[^#]*#(\w+)"?\)/gu, 'url(#$1)');
  const known = colours.get(paint);
  if (known !== undefined) return known;
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d');
  if (context === null) return paint;
  context.fillStyle = paint;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const rgb =
    alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${(alpha / 255).toFixed(3)})`;
  colours.set(paint, rgb);
  return rgb;
};

const background = (card: HTMLElement, width: number, height: number, colours: Map<string, string>): SVGElement => {
  const rectangle = document.createElementNS(SVG, 'rect');
  rectangle.setAttribute('width', String(width));
  rectangle.setAttribute('height', String(height));
  rectangle.setAttribute('fill', plain(getComputedStyle(card).getPropertyValue('--bg').trim(), colours));
  return rectangle;
};

/** The question, and the legend's marks and words beside or below it. */
const headerOf = (
  card: HTMLElement,
  width: number,
  colours: Map<string, string>,
): { readonly height: number; readonly elements: readonly SVGElement[] } => {
  const question = card.querySelector('h2');
  const entries = [...card.querySelectorAll<HTMLElement>('.chart-legend > span')].map((entry) => {
    const mark = entry.querySelector('svg');
    const box = mark?.getBoundingClientRect();
    return { entry, mark, markWidth: box === undefined ? 0 : box.width + 6, markHeight: box?.height ?? 0 };
  });
  const { spots, lines } = legendLines(
    entries.map(({ entry, markWidth }) => markWidth + widthOf(entry.textContent, '12px')),
    question === null ? 0 : widthOf(question.textContent, '600 14px'),
    width,
  );
  const elements = entries.flatMap(({ entry, mark, markWidth, markHeight }, index) => {
    const { x, line } = spots[index] ?? { x: 0, line: 0 };
    const baseline = BASELINE + line * LINE;
    const words = textAt(entry, [x + markWidth, baseline], 400, 12, colours);
    if (mark === null) return [words];
    const copy = resolved(mark, colours);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(baseline - 4 - markHeight / 2));
    return [copy, words];
  });
  return {
    height: HEADER + lines * LINE,
    elements: question === null ? elements : [textAt(question, [4, BASELINE], 600, 14, colours), ...elements],
  };
};

/** In the widest font that a picture may be shown with: one without Inter falls back to the system's. */
const widthOf = (words: string, font: string): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return words.length * 7;
  context.font = `${font} sans-serif`;
  return context.measureText(words).width;
};

const textAt = (
  source: Element,
  [x, y]: readonly [number, number],
  weight: number,
  size: number,
  colours: Map<string, string>,
): SVGElement => {
  const text = document.createElementNS(SVG, 'text');
  text.textContent = source.textContent;
  text.setAttribute('x', String(x));
  text.setAttribute('y', String(y));
  text.setAttribute('font-size', String(size));
  text.setAttribute('font-weight', String(weight));
  text.setAttribute('fill', plain(getComputedStyle(source).color, colours));
  return text;
};
