// Loaded into a service whose machine tells the wrong time: SOAK_CLOCK_OFFSET_MS is added to every reading of the clock. Timers,
// which measure spans, are right.
const offset = Number(process.env.SOAK_CLOCK_OFFSET_MS);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + offset);
    else super(...args);
  }
  static now() {
    return RealDate.now() + offset;
  }
};
