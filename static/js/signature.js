// data-signature: a field to sign in with finger, pen or mouse. The strokes go into its hidden
// input as JSON: points as whole numbers inside the canvas, 1000 by 400.

for (const field of document.querySelectorAll("[data-signature]")) {
  const input = field.querySelector("input[type=hidden]");
  const canvas = field.querySelector("canvas");
  const pen = canvas.getContext("2d");
  let strokes = read();

  function read() {
    try {
      const found = JSON.parse(input.value || "[]");
      return Array.isArray(found) ? found.filter(Array.isArray) : [];
    } catch {
      return [];
    }
  }

  function draw() {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = getComputedStyle(canvas).color;
    pen.lineWidth = 6;
    pen.lineCap = pen.lineJoin = "round";
    for (const stroke of strokes) {
      pen.beginPath();
      for (const [x, y] of stroke) pen.lineTo(x, y);
      pen.stroke();
    }
  }

  function point(event) {
    const box = canvas.getBoundingClientRect();
    const along = (at, size, most) => Math.min(most, Math.max(0, Math.round((at / size) * most)));
    return [
      along(event.clientX - box.left, box.width, canvas.width),
      along(event.clientY - box.top, box.height, canvas.height),
    ];
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    strokes.push([point(event)]);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    const stroke = strokes.at(-1);
    const [x, y] = point(event);
    const [u, v] = stroke.at(-1);
    if (Math.abs(x - u) + Math.abs(y - v) < 4) return;
    stroke.push([x, y]);
    draw();
  });
  canvas.addEventListener("pointerup", () => {
    input.value = JSON.stringify(strokes);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.querySelector("[data-signature-clear]").addEventListener("click", () => {
    strokes = [];
    input.value = "";
    draw();
  });
  draw();
}
