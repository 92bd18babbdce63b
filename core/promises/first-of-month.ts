/** The first of the month so many months after that of the ISO date, as an ISO date. */
export function firstOfMonth(date: string, monthsLater: number): string {
  const [year = 1970, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsLater, 1)).toISOString().slice(0, 10);
}
