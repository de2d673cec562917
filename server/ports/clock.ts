/** The time, so that tests and "on that day" can set it. */
export interface Clock {
  now(): Date;
}
