// Overdue: the question of the library, judged here so that the day can be moved. Days are compared as text.

const IS_OVER = new Set(["completed", "ongoing"]);

/** Say whether an assignment is overdue on a day: "yes", "no", "cannot tell", or null where its plan was not known by
    then or a later version had taken its place. */
function overdueAt(data, item, day) {
  const { known, replaced } = data.planDays.get(item.plan);
  if ((known !== null && known > day) || (replaced !== null && replaced <= day)) return null;
  const { kind, target } = targetAt(item, day);
  if (IS_OVER.has(kind)) return "no";
  if (target !== null) return target < day ? "yes" : "no";
  return kind === "recurring" ? "no" : "cannot tell";
}

/** The date that counts on a day: the revised one from the day of its update on, where it is a date. */
function targetAt({ update, dueKind, to }, day) {
  const counts = update && (update.asAt === null || update.asAt <= day) && update.kind && update.kind !== "noDate";
  return counts ? { kind: update.kind, target: update.to } : { kind: dueKind, target: to };
}
