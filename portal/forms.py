"""What the portal's forms share: layout, sending once, and noticing concurrent edits."""

import uuid

from crispy_forms.helper import FormHelper
from django import forms
from django.db import models
from django.forms.utils import flatatt
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from portal.history import Change, author_of, changes_between
from portal.templatetags.portal import clock, day


class DateInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class TimeInput(forms.TimeInput):
    """The browser's own time picker."""

    input_type = "time"

    def __init__(self, **kwargs):
        super().__init__(format="%H:%M", **kwargs)


class _Drawn:
    """An input of a list's filter, drawn in Python: templates take their time for each attribute."""

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        attrs = {"type": self.input_type, "name": name, "class": "form-control"} | (attrs or {})
        shown = self.format_value(value)
        if shown is not None:
            attrs["value"] = shown
        return format_html("<input{}>", flatatt(self.build_attrs(self.attrs, attrs)))


class FilterSearch(_Drawn, forms.TextInput):
    """The field of a list's filter for words to search."""

    input_type = "search"

    def __init__(self, attrs=None):
        super().__init__({"autocomplete": "off"} | (attrs or {}))


class FilterDate(_Drawn, DateInput):
    """The field of a list's filter for a day."""


class FilterSelect(forms.Select):
    """The select of a list's filter, drawn in Python: templates take their time for each option."""

    def __init__(self, attrs=None, choices=()):
        super().__init__({"class": "form-select"} | (attrs or {}), choices)

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        attrs = flatatt(self.build_attrs(self.attrs, attrs) | {"name": name})
        options = _options(self.choices, set(self.format_value(value)))
        return mark_safe(f"<select{attrs}>{options}</select>")  # noqa: S308  (escaped part by part)


def _options(choices, chosen: set[str]) -> str:
    """Options of a select, and groups of them where a label holds choices; escaped."""
    drawn = []
    for value, label in choices:
        if isinstance(label, list | tuple):
            inside = _options(label, chosen)
            drawn.append(f'<optgroup label="{escape(value)}">{inside}</optgroup>')
        else:
            text = "" if value is None else str(value)
            mark = " selected" if text in chosen else ""
            drawn.append(f'<option value="{escape(text)}"{mark}>{escape(label)}</option>')
    return "".join(drawn)


class Laid(forms.BaseForm):
    """A form laid out by crispy-forms; the page brings the form tag and the token."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        for field in self.fields.values():
            self._speak_plainly(field)
            if isinstance(field, forms.DateField) and not isinstance(field, forms.DateTimeField):
                field.widget = DateInput(attrs=field.widget.attrs)
            elif isinstance(field, forms.TimeField):
                field.widget = TimeInput(attrs=field.widget.attrs)
            elif isinstance(field.widget, forms.Textarea) and field.widget.attrs["rows"] == "10":
                field.widget.attrs["rows"] = 4  # Django's own default is taller than most answers

    @staticmethod
    def _speak_plainly(field: forms.Field) -> None:
        """Say which field is empty, and let a text that is too long be told, not cut by the browser."""
        field.widget.attrs.pop("maxlength", None)
        generic = forms.Field.default_error_messages["required"]
        if field.label and field.error_messages.get("required") == generic:
            chosen = isinstance(field, forms.ChoiceField | forms.ModelChoiceField)
            words = _("%s belum dipilih.") if chosen else _("%s belum diisi.")
            field.error_messages["required"] = words % field.label


class OnceForm(forms.Form):
    """A form that makes a record: its hidden key lets `views.create_once` notice a replay."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def note_spent_key(self) -> None:
        """Keep what was typed, and let it be sent again knowingly, for a record of its own."""
        self.data = self.data.copy()
        self.data[self.add_prefix("key")] = str(uuid.uuid4())
        self.add_error(
            None,
            _(
                "Formulir ini sudah menyimpan sebuah catatan, dan isian di bawah berbeda dari "
                "catatan itu. Kirim lagi untuk menyimpannya sebagai catatan baru. Untuk "
                "memperbaiki yang sudah tersimpan, buka catatannya."
            ),
        )


class VersionedForm(forms.ModelForm):
    """A form that edits a Versioned record: it carries the version that the editor saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    conflict: list[Change] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def note_conflict(self, current: models.Model) -> None:
        """Show what somebody else changed meanwhile, and let the next save go on top of it knowingly."""
        events = current.pgh_event_model.objects.filter(pgh_obj_id=current.pk).order_by("-pgh_id")
        seen = events.filter(version=self.cleaned_data["version"]).first()
        self.conflict = changes_between(type(current), seen, current) if seen else []
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(
            None,
            _(
                "%(who)s menyimpan perubahan %(day)s %(clock)s, setelah Anda membuka halaman ini. "
                "Isian Anda masih ada di bawah dan belum disimpan. Periksa perubahan itu, lalu "
                "simpan lagi."
            )
            % _newest_edit(events),
        )


def _newest_edit(events) -> dict[str, str]:
    """Who saved last, and when, in words."""
    newest = events.select_related("pgh_context").first()
    return {
        "who": author_of(newest),
        "day": day(newest.pgh_created_at),
        "clock": clock(newest.pgh_created_at),
    }


class ReasonForm(Laid, forms.Form):
    """Why something is sent back, cancelled or corrected."""

    reason = forms.CharField(
        label=_("Alasan"),
        widget=forms.Textarea,
        max_length=1000,
        min_length=5,
        error_messages={
            "required": _("Tuliskan alasannya."),
            "min_length": _("Alasan terlalu singkat. Tulis setidaknya beberapa kata."),
        },
    )
