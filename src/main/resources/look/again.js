// Looks again in a moment: something is under way.
setTimeout(() => location.reload(), 2000);
