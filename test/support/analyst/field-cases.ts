import { about, type Case } from './case';
import { type Lesson, poll, type Response, type Shipment, school, shipments } from './fields';
import { by, mean, month, sum } from './truth';

export const fieldCases = (): Case[] => [...schoolCases(), ...shipmentCases(), ...pollCases()];

/** Columns of 0 and 1 are answers of yes and no, and numbers where numbers are asked for. */
function schoolCases(): Case[] {
  const world = school();
  const q = about(world);
  const late = world.rows.filter((row) => row.late === 1);
  const absent = world.rows.filter((row) => row.present === 0);
  const graded = (rows: Lesson[]) => mean(rows, (row) => row.grade);
  const part = (rows: Lesson[], of: (row: Lesson) => boolean) => {
    const some = rows.filter(of).length;
    return [some, rows.length, some / rows.length];
  };
  return [
    q('share of absent', [part(world.rows, (row) => row.present === 0)]),
    q('how often were students late', [[late.length]]),
    q('how often were students late in group A', [[late.filter((row) => row.group === 'A').length]]),
    q('how many were not present in March 2024', [[absent.filter((row) => month(row.date) === '2024-03-01').length]]),
    q(
      'percentage present by month',
      by(
        world.rows,
        (row) => [month(row.date)],
        (rows) => part(rows, (row) => row.present === 1),
      ),
    ),
    q(
      'late rate by group',
      by(
        world.rows,
        (row) => [row.group],
        (rows) => [rows.filter((row) => row.late === 1).length / rows.length],
      ),
    ),
    q(
      'total late by student',
      by(
        world.rows,
        (row) => [row.student],
        (rows) => [sum(rows, (row) => row.late)],
      ),
    ),
    q('average of late', [[mean(world.rows, (row) => row.late)]]),
    q('number of rows not late and present', [
      [world.rows.filter((row) => row.late === 0 && row.present === 1).length],
    ]),
    q(
      'average grade by level excluding group C and late',
      by(
        world.rows.filter((row) => row.group !== 'C' && row.late === 0),
        (row) => [row.level],
        (rows) => [graded(rows)],
      ),
    ),
  ];
}

/** Values of several words, some of which mean something else elsewhere. */
function shipmentCases(): Case[] {
  const world = shipments();
  const q = about(world);
  const total = (rows: readonly Shipment[]) => [[sum(rows, (row) => row.total)]];
  const moving = world.rows.filter((row) => row.status === 'In transit');
  const rest = world.rows.filter((row) => row.status !== 'In transit');
  return [
    q('total not in transit', total(rest)),
    q('total without In transit', total(rest)),
    q('total where status is in transit', total(moving)),
    q('total where status is not in transit', total(rest)),
  ];
}

function pollCases(): Case[] {
  const world = poll();
  const q = about(world);
  const unsure = world.rows.filter((row) => row.recommend === "Don't know");
  const sure = world.rows.filter((row) => row.recommend !== "Don't know");
  const team = (row: Response) => [row.team];
  return [
    q(
      "how many Don't know by team",
      by(unsure, team, (rows) => [rows.length]),
    ),
    q(
      "average satisfaction excluding Don't know by team",
      by(sure, team, (rows) => [mean(rows, (row) => row.satisfaction)]),
    ),
  ];
}
