// Days and months on a scale: a day is 'YYYY-MM-DD', a month a whole number counted from the year nought.

const MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** "30 April 2020", or "no date" where there is none. */
function dayNamed(day) {
  if (!day) return "no date";
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTH_NAMES[month - 1]} ${year}`;
}

/** The month of a day, with the part of it that has passed: 2020-04-16 is 2020 * 12 + 3.5. */
function monthOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return year * 12 + month - 1 + (date - 1) / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const yearOfMonth = (month) => Math.floor(month / 12);

/** "April 2020" of a whole month. */
const monthNamed = (month) => `${MONTH_NAMES[month % 12]} ${yearOfMonth(month)}`;

/** The days that an assignment speaks of, the revised ones too. */
const daysOf = (item) => [item.from, item.to, item.revised?.from, item.revised?.to].filter(Boolean);

/** From the first January to the last December that hold all days, or from the day to the day that the time slider leaves. */
function monthRange(items, asAt, from, to) {
  const days = items.flatMap(daysOf);
  const all = [...days, ...(asAt ? [asAt] : [])].map(monthOf);
  if (!all.length) return null;
  const first = from ? Math.floor(monthOf(from)) : yearOfMonth(Math.min(...all)) * 12;
  const last = to ? Math.floor(monthOf(to)) + 1 : (yearOfMonth(Math.max(...all)) + 1) * 12;
  return { first, last: Math.max(last, first + 1) };
}
