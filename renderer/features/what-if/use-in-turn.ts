import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface Turns<T> {
  readonly held: readonly T[];
  /** The place whose turn was last. */
  readonly last: number;
}

/**
 * What each of `places` draws. A new value is handed on after the paint in which it first appeared, to as many
 * places between two paints as a few milliseconds allow, and each gets what is newest when its turn comes: a value that is
 * overtaken is never drawn. While values keep coming there is a pause between turns, for the values themselves. So what is
 * drawn at once is never held up for long, and however fast the values come every place keeps following.
 */
export const useInTurn = <T>(value: T, places: number): readonly T[] => {
  const [turns, setTurns] = useState<Turns<T>>(() => ({ held: Array.from({ length: places }, () => value), last: -1 }));
  const newest = useRef(value);
  useLayoutEffect(() => {
    newest.current = value;
  });
  const isBehind = turns.held.some((other) => other !== value);
  useEffect(() => {
    if (!isBehind) return;
    let hasEnded = false;
    let callOff = () => {};
    let drawn: T | null = null;
    const wait = () => {
      if (!hasEnded) callOff = afterPaint(handOn);
    };
    const handOn = () => {
      const untilMs = performance.now() + TURN_MS;
      const isOvertaken = drawn !== null && drawn !== newest.current;
      drawn = newest.current;
      for (let turn = 0; turn < places && (turn === 0 || performance.now() < untilMs); turn += 1)
        flushSync(() => setTurns((before) => handedOn(before, newest.current)));
      if (hasEnded) return;
      if (!isOvertaken) return wait();
      const timer = setTimeout(wait, PAUSE_MS);
      callOff = () => clearTimeout(timer);
    };
    wait();
    return () => {
      hasEnded = true;
      callOff();
    };
  }, [isBehind, places]);
  return turns.held;
};

/** Of a frame's 16 ms: the rest is for layout and paint, and for figures that arrive meanwhile. */
const TURN_MS = 4;

/** Between turns of values that keep coming: four places follow within 150 ms, and two of three moments are the values' own. */
const PAUSE_MS = 40;

/** The first place behind after the one whose turn was last gets the value. */
const handedOn = <T>(turns: Turns<T>, value: T): Turns<T> => {
  const { held, last } = turns;
  const next = held.map((_, step) => (last + 1 + step) % held.length).find((place) => held[place] !== value);
  return next === undefined ? turns : { held: held.with(next, value), last: next };
};

/** Runs it as soon as the next paint is done; what it returns calls it off. */
const afterPaint = (run: () => void): (() => void) => {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', run);
  port1.start();
  const request = requestAnimationFrame(() => port2.postMessage(null));
  return () => {
    cancelAnimationFrame(request);
    port1.close();
  };
};
