import { dayNumber } from '../gantt/civil-days.ts';
import { workdaysOf } from './workdays.ts';

const shifts = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }));
const isWorkday = workdaysOf({
  calendarId: 'c',
  name: 'c',
  zone: 'UTC',
  shifts,
  exceptions: [
    { from: '2027-12-27', to: '2027-12-31', shifts: [] },
    { from: '2027-12-18', to: '2027-12-18', shifts: [{ from: '08:00', to: '12:00' }] },
  ],
  days: ['2027-12-20'],
});

it('work is done on days of the week with shifts, unless an exception or a holiday says otherwise', () => {
  const days = ['2027-12-17', '2027-12-18', '2027-12-19', '2027-12-20', '2027-12-21', '2027-12-28'];
  expect(days.map((day) => isWorkday(dayNumber(day)))).toEqual([true, true, false, false, true, false]);
});
