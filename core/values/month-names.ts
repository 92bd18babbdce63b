/** Names of months and weekdays in English, Romanian, Italian, Polish and Russian, in full and cut short, in the cases dates take. */
import { foldText } from '../text.ts';

/** 1 is January; null for any other word. Case, accents and a closing point do not matter. */
export const monthOf = (word: string): number | null => MONTHS.get(plainWord(word)) ?? null;

/** Whether the word is a day of the week, which says nothing that the date does not. */
export const isWeekday = (word: string): boolean => WEEKDAYS.has(plainWord(word));

/** One month a line, January first. */
export const MONTH_NAMES: readonly (readonly string[])[] = [
  'january jan ianuarie ian gennaio gen styczeń stycznia sty январь января янв',
  'february feb februarie febbraio luty lutego lut февраль февраля фев февр',
  'march mar martie marzo marzec marca март марта мар',
  'april apr aprilie aprile kwiecień kwietnia kwi апрель апреля апр',
  'may mai maggio mag maj maja май мая',
  'june jun iunie iun giugno giu czerwiec czerwca cze июнь июня июн',
  'july jul iulie iul luglio lug lipiec lipca lip июль июля июл',
  'august aug agosto ago sierpień sierpnia sie август августа авг',
  'september sep sept septembrie settembre set sett wrzesień września wrz сентябрь сентября сен сент',
  'october oct octombrie ottobre ott październik października paź октябрь октября окт',
  'november nov noiembrie noi novembre listopad listopada lis ноябрь ноября ноя нояб',
  'december dec decembrie dicembre dic grudzień grudnia gru декабрь декабря дек',
].map((names) => names.split(' '));

const WEEKDAY_NAMES = [
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun',
  'luni lun marți miercuri mie joi vineri vin sâmbătă sâm duminică dum',
  'lunedì martedì mercoledì mer giovedì gio venerdì ven sabato sab domenica dom',
  'poniedziałek pon wtorek wto wt środa śro śr czwartek czw piątek pią pt sobota sob niedziela nie niedz',
  'понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс',
].flatMap((names) => names.split(' '));

function plainWord(word: string): string {
  return foldText(word).normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/u, '');
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [plainWord(name), index + 1] as const)),
);
const WEEKDAYS: ReadonlySet<string> = new Set(WEEKDAY_NAMES.map(plainWord));
