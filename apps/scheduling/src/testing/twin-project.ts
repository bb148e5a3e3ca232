/**
 * A small made-up project in the form of the research data: calendar, baseline and a few status dates. It runs where the
 * real files may not be shipped. Two crews cannot work at once, so one activity is later than its logic.
 */
export const twinCalendar = [
  'weekday,from,to',
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].flatMap((day) => [
    `${day},08:00,12:00`,
    `${day},13:00,17:00`,
  ]),
  '2026-05-01,,',
].join('\n');

const HEADER =
  'id,name,wbs,predecessors,successors,baseline_start,baseline_end,duration,resource_demand,resource_cost,fixed_cost,cost_per_hour,variable_cost,total_cost';

export const twinBaseline = [
  HEADER,
  '0,Library system,1,,,2026-04-06T08:00,2026-05-12T17:00,26d,,,1500,,,9820',
  '10,Preparation,1.1,,,2026-04-06T08:00,2026-04-15T12:00,7d 4h,,,0,,,2400',
  '1,Write the questionnaire,1.1.1,,FS2+2d,2026-04-06T08:00,2026-04-07T17:00,2d,Coordinator,640,0,0,0,640',
  '2,Ask the branches,1.1.2,1FS+2d,FS3;FS4,2026-04-10T08:00,2026-04-13T17:00,2d,Coordinator;Librarians[4.00 #12],1280,0,0,0,1280',
  '3,Evaluate the answers,1.1.3,2FS,FS5,2026-04-14T08:00,2026-04-15T12:00,1d 4h,Coordinator,480,0,0,0,480',
  '11,Purchase,1.2,,,2026-04-14T08:00,2026-05-04T17:00,14d,,,1500,,,5500',
  '4,Compare offers,1.2.1,2FS,FS6,2026-04-15T13:00,2026-04-17T12:00,2d,Coordinator,640,0,0,0,640',
  '5,"Agree terms, sign",1.2.2,3FS+4h;4SS+1d,FS6,2026-04-16T13:00,2026-04-17T17:00,1d 4h,Coordinator,480,1500,0,0,1980',
  '6,Deliver and install,1.2.3,4FS;5FS+1w,FS7,2026-04-27T08:00,2026-05-04T17:00,5d,Technicians[2.00 #2],2880,0,0,0,2880',
  '12,Start,1.3,,,2026-05-05T08:00,2026-05-12T17:00,6d,,,0,,,1920',
  '7,Train librarians,1.3.1,6FS,FS8,2026-05-05T08:00,2026-05-06T17:00,2d,Coordinator;Librarians[12.00 #12],640,0,0,0,640',
  '8,First week of use,1.3.2,7FS,,2026-05-07T08:00,2026-05-12T17:00,4d,Coordinator,1280,0,0,0,1280',
].join('\n');

export interface TwinProgress {
  readonly code: string;
  readonly actualStart: string;
  readonly actualDuration: number;
  readonly remainingDuration: number;
  readonly cost: number;
}

/** What was reported at each status date, in UTC (Brussels is two hours ahead). */
export const twinPeriods: readonly { readonly statusDate: string; readonly progress: readonly TwinProgress[] }[] = [
  {
    statusDate: '2026-04-10T15:00:00.000Z',
    progress: [
      { code: '1', actualStart: '2026-04-06T06:00:00.000Z', actualDuration: 960, remainingDuration: 0, cost: 64_000 },
      { code: '2', actualStart: '2026-04-10T06:00:00.000Z', actualDuration: 480, remainingDuration: 960, cost: 64_000 },
    ],
  },
  {
    statusDate: '2026-04-17T15:00:00.000Z',
    progress: [
      {
        code: '2',
        actualStart: '2026-04-10T06:00:00.000Z',
        actualDuration: 1_440,
        remainingDuration: 0,
        cost: 128_000,
      },
      { code: '3', actualStart: '2026-04-15T06:00:00.000Z', actualDuration: 720, remainingDuration: 0, cost: 48_000 },
      { code: '4', actualStart: '2026-04-15T11:00:00.000Z', actualDuration: 960, remainingDuration: 0, cost: 70_000 },
    ],
  },
];
