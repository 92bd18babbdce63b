/** From a lever's move to the numbers and the charts on screen: the app as it is served, in Chromium. */

import type { Page } from 'playwright-core';
import { LAPTOP, launchChromium, openPage } from '../support/real-chromium.ts';
import { serveForTest } from '../support/served-app.ts';
import { quantile } from './measured.ts';

export interface Paint {
  readonly timesMs: readonly number[];
  readonly p95Ms: number;
}

/** Of one lever: the moves one by one, each waited for, and moves that follow each other as a key held down repeats. */
export interface Paints {
  /** A move waited for → the figures. */
  readonly figures: Paint;
  /** A move waited for → the last of the charts. */
  readonly charts: Paint;
  /** A lever that keeps moving: each move → the figures, of it or of a later one. */
  readonly movingFigures: Paint;
  /** The same → the last of the charts. */
  readonly movingCharts: Paint;
}

/** A key held down repeats about this often. */
const REPEAT_MS = 30;
/** Until code is optimised and caches are warm. */
const WARM_MOVES = 3;

/** Presses an arrow key on a rule's lever `moves` times; a time ends at the frame after the figures or charts have changed. */
export async function measurePaint(workshopPath: string, leverName: string, moves: number): Promise<Paints> {
  const served = await serveForTest();
  const browser = await launchChromium();
  try {
    const opened = await served.openWorkshop(workshopPath);
    if (!opened.ok) throw new Error(opened.error.detail);
    const page = await openPage(browser, LAPTOP);
    await page.goto(served.url);
    await page.getByRole('link', { name: 'What-if' }).click();
    await page.locator('.what-if-stage[aria-busy="false"] .sweep-card .chart-plot svg').waitFor({ timeout: 120_000 });
    await page.waitForFunction(isDrawn);
    await page.evaluate(watchMoves);
    await page.getByRole('group', { name: leverName, exact: true }).getByRole('slider').focus();
    for (let move = 0; move < moves; move += 1) {
      await press(page, move);
      await page.waitForFunction(areDrawn, move + 1);
    }
    const waited = await page.evaluate(takeTimes);
    for (let move = 0; move < moves; move += 1) {
      const startMs = performance.now();
      await press(page, move);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, REPEAT_MS - (performance.now() - startMs))));
    }
    await page.waitForFunction(areDrawn, moves);
    const moving = await page.evaluate(takeTimes);
    return {
      figures: paintOf(waited.figures),
      charts: paintOf(waited.charts),
      movingFigures: paintOf(moving.figures),
      movingCharts: paintOf(moving.charts),
    };
  } finally {
    await browser.close();
    await served.close();
  }
}

/** There and back, so that the lever meets no end. */
const press = (page: Page, move: number) => page.keyboard.press(move % 10 < 5 ? 'ArrowLeft' : 'ArrowRight');

function paintOf(times: readonly number[]): Paint {
  const timesMs = times.slice(WARM_MOVES);
  return {
    timesMs,
    p95Ms: quantile(
      timesMs.toSorted((left, right) => left - right),
      0.95,
    ),
  };
}

/** In the page: every card shows the frame that the figures show. */
function isDrawn(): boolean {
  const [stage, ...cards] = document.querySelectorAll('.what-if-stage, .what-if-stage > [data-frame]');
  const frame = stage?.getAttribute('data-frame');
  return cards.length > 0 && cards.every((card) => card.getAttribute('data-frame') === frame);
}

interface MoveTimes {
  readonly figures: number[];
  readonly charts: number[];
}

/** In the page: how long each press takes to show. Each asks for one frame, and frames are numbered as they are asked for. */
function watchMoves(): void {
  const frameOf = (selector: string): number =>
    Math.min(...[...document.querySelectorAll(selector)].map((shown) => Number(shown.getAttribute('data-frame'))));
  const pressedMs: number[] = [];
  const times: MoveTimes = { figures: [], charts: [] };
  let before = frameOf('.what-if-stage');
  Object.assign(globalThis, { moveTimes: times });
  Object.assign(globalThis, {
    forgetMoves: () => {
      before += pressedMs.length;
      for (const list of [pressedMs, times.figures, times.charts]) list.length = 0;
    },
  });
  // When the key was pressed, not when the page came to hear of it: whoever holds the page up must be seen here.
  addEventListener('keydown', ({ timeStamp }) => pressedMs.push(timeStamp), true);
  const stage = document.querySelector('.what-if-stage');
  if (stage === null) throw new Error('no stage');
  const note = (list: number[], frame: number, atMs: number) => {
    for (let move = list.length; move < frame - before; move += 1) list.push(atMs - (pressedMs[move] ?? Number.NaN));
  };
  new MutationObserver(() => {
    const figures = frameOf('.what-if-stage');
    const charts = frameOf('.what-if-stage > [data-frame]');
    requestAnimationFrame(() => {
      const atMs = performance.now();
      note(times.figures, figures, atMs);
      note(times.charts, charts, atMs);
    });
  }).observe(stage, { subtree: true, attributes: true, attributeFilter: ['data-frame'] });
}

/** In the page: the charts have followed so many moves. */
function areDrawn(moves: number): boolean {
  const { charts } = Reflect.get(globalThis, 'moveTimes') as MoveTimes;
  return charts.length >= moves;
}

/** In the page: the times so far, which are forgotten. */
function takeTimes(): MoveTimes {
  const { figures, charts } = Reflect.get(globalThis, 'moveTimes') as MoveTimes;
  const taken = { figures: [...figures], charts: [...charts] };
  (Reflect.get(globalThis, 'forgetMoves') as () => void)();
  return taken;
}
