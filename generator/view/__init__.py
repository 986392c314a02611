"""What the pages hand to the output: plain frozen values, and nothing of the model behind them.

A `View` is one file of the site. A `Page` is rendered by a template, which sees the page and nothing else; its `body`
is one of the values below, named like the template that shows it. `Data` is written as JSON, `Variant` as a picture,
`Copy` byte for byte.
Addresses (`href`) are complete, base path included. A text is plain unless its type is `Markup`.
"""
