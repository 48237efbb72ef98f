"""Work reports to be filled with a review and a plan."""

PLAN = "政府工作报告\n2023年1月5日在大会上\n各位代表：\n一、2022年工作回顾\n\n{review}\n\n二、2023年工作安排\n\n{plan}"


TWO_SECTIONS = (
    "政府工作报告\n——2023年1月5日在大会上\n\n一、2022年工作回顾\n\n{review}\n\n二、2023年重点工作\n\n{plan}\n"
)
