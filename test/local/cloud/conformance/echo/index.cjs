/** Deploy as `conformance-echo` (rename to index.js). */
exports.main = async (event) => {
  if (event.fail) throw new Error(event.fail);
  return { heard: event.say ?? null };
};
