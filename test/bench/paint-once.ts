/** In a process of its own, as the app has one: moves of a lever painted. Arguments: the file, how many moves. Prints `Paints` as JSON. */
import { measurePaint } from './paint.ts';

const [, , workshopPath = '', moves = '0'] = process.argv;
console.log(JSON.stringify(await measurePaint(workshopPath, 'pricing', Number(moves))));
