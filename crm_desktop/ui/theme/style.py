"""The short style sheet over Fusion, written from the tokens.

Lengths of text are points, so the text size of the user and of the system both count. Ground and border of a control
are set here; the rows of lists are painted by palette and delegates, because a rule for `::item` overrules the colours
of a model. Widgets choose a look by a property: `kind` of a button ("primary", "quiet", "danger", "link") and `role`
of a label ("title", "heading", "strong", "muted", "danger", "caption").
"""

from __future__ import annotations

from collections.abc import Mapping

from crm_desktop.ui.theme.tokens import Tokens

_SHEET = """
QWidget {{ outline: none; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 4px 6px; }}
QMainWindow, QDialog {{ background: {window}; }}
QDialog#palette {{ background: {raised}; border: 1px solid {border}; }}
QDialog#palette QListView {{ background: {raised}; border: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {pt16}; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {pt12}; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="caption"] {{ color: {muted}; font-size: {pt9}; }}
QLabel[role="danger"] {{ color: {danger}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QLabel[role="success"] {{ color: {success}; }}

QPushButton, QToolButton[kind="button"] {{ background: {surface}; color: {text}; border: 1px solid {border};
  border-radius: 6px; padding: 5px 12px; min-height: {control}px; }}
QPushButton {{ icon-size: {icon}px; }}
QPushButton:hover, QToolButton:hover {{ background: {hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {selected}; color: {on_selected}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {faint}; border-color: {line_colour}; }}
QPushButton:focus, QToolButton[kind="button"]:focus {{ border: 2px solid {focus}; padding: 4px 11px; }}
QPushButton[kind="primary"], QPushButton:default {{ background: {accent}; color: {on_accent};
  border-color: {accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:focus, QPushButton:default:focus {{ border: 2px solid {ring}; }}
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {{ background: {hover}; color: {faint};
  border-color: {line_colour}; }}
QPushButton[kind="danger"] {{ color: {danger}; border-color: {danger}; }}
QPushButton[kind="danger"]:disabled {{ color: {faint}; border-color: {line_colour}; }}
QPushButton[kind="quiet"], QToolButton {{ background: transparent; color: {text}; border: 1px solid transparent;
  border-radius: 6px; padding: 4px 8px; }}
QPushButton[kind="quiet"] {{ padding: 5px 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {hover}; }}
QPushButton[kind="quiet"]:focus, QToolButton:focus {{ border: 2px solid {focus}; padding: 3px 7px; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {accent_text};
  padding: 2px 4px; text-align: left; min-height: 0; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {focus}; }}
QPushButton[kind="value"] {{ background: transparent; border: 1px solid transparent; text-align: left;
  padding: 3px 7px; min-height: {line}px; }}
QPushButton[kind="value"]:hover {{ background: {hover}; }}
QPushButton[kind="value"]:focus {{ border: 2px solid {focus}; padding: 2px 6px; }}
QPushButton[kind="chip"] {{ border-radius: {chip}px; padding: 3px 12px; min-height: {line}px; }}
QPushButton[kind="chip"]:checked {{ background: {selected}; color: {on_selected}; border-color: {accent_text}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {focus}; padding: 2px 11px; }}
QFrame[panel="chip"] {{ background: {selected}; border: 1px solid {accent_text}; border-radius: {chip}px; }}
QFrame[panel="chip"] QPushButton[kind="bare"] {{ background: transparent; border: 1px solid transparent;
  color: {on_selected}; padding: 2px 6px; min-height: {line}px; }}
QFrame[panel="chip"] QPushButton[kind="bare"]:focus {{ border: 1px solid {focus}; }}
QFrame[panel="chip"] QToolButton {{ padding: 2px; border-radius: 8px; }}
QFrame[panel="chip"] QToolButton:focus {{ padding: 1px; }}
QToolButton[kind="button"]:checked {{ background: {selected}; border: 1px solid {accent_text}; }}
QToolButton[kind="choice"]:checked {{ background: {selected}; border: 1px solid {accent_text}; }}
QToolButton[kind="choice"]:checked:focus {{ border: 2px solid {focus}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}

QLineEdit, QTextEdit, QPlainTextEdit {{ background: {surface}; color: {text}; border: 1px solid {border};
  border-radius: 6px; padding: 5px 8px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit {{ min-height: {control}px; }}
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {focus}; padding: 4px 7px; }}
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled {{ color: {faint}; border-color: {line_colour}; }}
QLineEdit[invalid="true"] {{ border: 2px solid {danger}; padding: 4px 7px; }}
QAbstractItemView QLineEdit {{ border-radius: 0; padding: 0 4px; min-height: 0; }}
QAbstractItemView QLineEdit:focus {{ padding: 0 3px; }}
QAbstractItemView QLineEdit[kind="field"] {{ border-radius: 6px; padding: 5px 8px; min-height: {control}px; }}
QAbstractItemView QLineEdit[kind="field"]:focus {{ padding: 4px 7px; }}
QComboBox {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 6px;
  padding: 0 8px; min-height: {choice}px; }}
QComboBox:hover {{ background: {hover}; }}
QComboBox:focus {{ border: 2px solid {focus}; padding: 0 7px; min-height: {choice_in_focus}px; }}
QComboBox:disabled {{ color: {faint}; border-color: {line_colour}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QComboBox QAbstractItemView {{ background: {raised}; color: {text}; border: 1px solid {border}; border-radius: 0;
  padding: 4px; selection-background-color: {selected}; selection-color: {on_selected}; }}
QAbstractSpinBox {{ background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 6px;
  padding: 5px 4px 5px 8px; min-height: {control}px; selection-background-color: {accent};
  selection-color: {on_accent}; }}
QAbstractSpinBox:focus {{ border: 2px solid {focus}; padding: 4px 3px 4px 7px; }}
QAbstractSpinBox:disabled {{ color: {faint}; border-color: {line_colour}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {{ border: none; padding: 0;
  margin-left: 5px; min-height: 0;
  background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent; width: 20px;
  subcontrol-origin: border; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {hover}; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: {small_arrow}px; height: {small_arrow}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: {small_arrow}px; height: {small_arrow}px; }}
QDateTimeEdit::drop-down {{ border: none; width: 24px; }}
QDateTimeEdit::down-arrow {{ image: url("{down}"); width: {arrow}px; height: {arrow}px; }}
QCheckBox, QRadioButton {{ spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 5px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {focus}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QMenu::indicator {{
  width: {box}px; height: {box}px; background: {surface}; border: 1px solid {border}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: {half_box}px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url("{check}"); }}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{ background: {accent};
  border-color: {accent}; image: url("{minus}"); }}
QRadioButton::indicator:checked {{ border: {dot}px solid {accent}; background: {on_accent}; width: {hole}px;
  height: {hole}px; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {line_colour}; background: {hover}; }}
QCheckBox::indicator:checked:disabled {{ image: url("{check_quiet}"); }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {faint}; }}
QMenu::indicator {{ margin-left: 6px; }}

QMenuBar {{ background: {surface}; color: {text}; border-bottom: 1px solid {line_colour}; padding: 1px 4px; }}
QMenuBar::item {{ background: transparent; padding: 4px 9px; border-radius: 4px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {selected}; color: {on_selected}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 5px; }}
QMenu::item {{ padding: 5px 26px 5px 10px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {selected}; color: {on_selected}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line_colour}; margin: 5px 6px; }}

QTableView, QTreeView, QListView {{ background: {surface}; color: {text}; border: 1px solid {line_colour};
  border-radius: 8px; gridline-color: {line_colour}; selection-background-color: {selected};
  selection-color: {on_selected}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 1px solid {focus}; }}
QTableView#shortcutTable::item {{ padding: 0 7px; }}
QHeaderView {{ background: transparent; border: none; font-weight: normal; }}
QHeaderView::section {{ background: transparent; color: {muted}; border: none; border-bottom: 1px solid {line_colour};
  padding: 6px 10px; }}
QHeaderView::section:hover {{ color: {text}; }}
QHeaderView::down-arrow {{ image: url("{down}"); width: {small_arrow}px; height: {small_arrow}px;
  subcontrol-origin: margin; subcontrol-position: center right; right: 6px; }}
QHeaderView::up-arrow {{ image: url("{up}"); width: {small_arrow}px; height: {small_arrow}px;
  subcontrol-origin: margin; subcontrol-position: center right; right: 6px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 7px 12px; border: none;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent_text}; }}
QTabBar::tab:focus {{ border: 1px solid {focus}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line_colour}; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {line_colour}; }}
QGroupBox {{ border: none; font-weight: 600; margin-top: {pt16}; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; }}
QProgressBar {{ background: {line_colour}; border: none; border-radius: 3px; max-height: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {accent_text}; border-radius: 3px; }}

QStatusBar {{ background: {surface}; color: {muted}; border-top: 1px solid {line_colour}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel, QStatusBar QPushButton {{ color: {muted}; font-size: {pt9}; }}
QStatusBar QPushButton[kind="link"] {{ padding: 1px 4px 3px 4px; min-height: {line}px; }}
QStatusBar QPushButton[kind="link"][urgent="true"] {{ color: {warning}; }}

QFrame[panel="card"] {{ background: {surface}; border: 1px solid {line_colour}; border-radius: 8px; }}
QFrame[panel="card"][warn="true"] {{ background: {warning_soft}; border: 1px solid {warning}; }}
QFrame[panel="raised"] {{ background: {raised}; border: 1px solid {border}; border-radius: 8px; }}
QFrame#rail {{ background: {surface}; border: none; border-right: 1px solid {line_colour}; }}
QFrame#rail QToolButton, QToolButton[kind="area"] {{ text-align: left; padding: 8px 12px; border-radius: 7px;
  border: 2px solid transparent; color: {text}; }}
QFrame#rail QToolButton:hover, QToolButton[kind="area"]:hover {{ background: {hover}; }}
QFrame#rail QToolButton:checked, QToolButton[kind="area"]:checked {{ background: {selected}; color: {on_selected};
  font-weight: 600; }}
QFrame#rail QToolButton:disabled, QToolButton[kind="area"]:disabled {{ color: {faint}; }}
QFrame#rail QToolButton:focus, QToolButton[kind="area"]:focus {{ border: 2px solid {focus}; padding: 8px 12px; }}
QFrame[notice="info"] {{ background: {info_soft}; border: none; border-bottom: 1px solid {info}; }}
QFrame[notice="warning"] {{ background: {warning_soft}; border: none; border-bottom: 1px solid {warning}; }}
QFrame[notice="fault"] {{ background: {danger_soft}; border: none; border-bottom: 1px solid {danger}; }}
QFrame[notice] QLabel {{ color: {text}; }}
QLabel#dropOverlay {{ background: {window}; color: {text}; border: 3px dashed {accent_text}; border-radius: 14px;
  font-size: {pt16}; }}
"""

_TEXTS = (9, 12, 16)

IMAGES = {
    "down": ("chevron-down", "muted"),
    "up": ("chevron-up", "muted"),
    "check": ("check", "on_accent"),
    "check_quiet": ("check", "muted"),
    "minus": ("minus", "on_accent"),
}
"""The drawings a style sheet can only name as files: icon and token."""


def style_sheet(tokens: Tokens, base_pt: float, line: int, icon: int, images: Mapping[str, str]) -> str:
    """Return the style sheet.

    `base_pt` is the size of ordinary text in points, `line` the height of its line and `icon` the side of an icon
    beside it in pixels, `images` the paths of
    IMAGES in the tokens' colours.
    """
    colours = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    colours["line_colour"] = colours.pop("line")
    texts = {f"pt{size}": f"{base_pt * size / 10:.2f}pt" for size in _TEXTS}
    box = max(14, round(line * 0.8))
    lengths = {
        "line": line,
        "control": round(line * 1.05),
        # The list of a choice is made lower by what pads the choice above and below, and would cut its last line.
        "choice": round(line * 1.05) + 11,
        "choice_in_focus": round(line * 1.05) + 9,
        "chip": (line + 8) // 2,
        "box": box,
        "half_box": (box + 2) // 2,
        "dot": box // 3,
        "hole": box + 2 - 2 * (box // 3),
        "icon": icon,
        "arrow": round(icon * 0.85),
        "small_arrow": round(icon * 0.7),
    }
    ring = tokens.text if tokens.focus == tokens.accent else tokens.focus
    return _SHEET.format(**colours, **texts, **lengths, **images, ring=ring)
